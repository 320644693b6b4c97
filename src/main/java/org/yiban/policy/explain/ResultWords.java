package org.yiban.policy.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.ResultType;

/** What a decision comes to, in one sentence. */
final class ResultWords {

    private static final String REFER = "现行文件没有明确的规定，要由人判断";
    private static final String NUMBERS = "一二三";
    private static final String SEPARATOR = ";";

    private final List<Result> declared;
    private final Map<String, Object> results;

    ResultWords(List<Result> declared, Map<String, Object> results) {
        this.declared = declared;
        this.results = results;
    }

    String conclusion() {
        Object outcome = results.get(Result.OUTCOME);
        if (results.isEmpty() || Outcome.REFER.name().equals(outcome)) {
            List<String> certain = clauses(declared.stream()
                    .filter(result -> !Outcome.REFER.name().equals(results.get(result.name())))
                    .filter(result -> !result.name().equals(Result.OUTCOME))
                    .toList());
            return Chinese.sentence(REFER)
                    + (certain.isEmpty()
                            ? ""
                            : "能够确定的是："
                                    + Chinese.sentence(String.join("，", certain).replaceFirst("^也", "")));
        }
        boolean parts = outcome != null && outcome.toString().contains(SEPARATOR);
        return Chinese.sentence(parts ? parts() : String.join("，", clauses(declared)));
    }

    private List<String> clauses(List<Result> said) {
        return said.stream()
                .filter(result -> result.phrase() != null && results.get(result.name()) != null)
                .map(result -> clause(result, results.get(result.name()).toString()))
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private String clause(Result result, String value) {
        String words = value(result, value);
        boolean whole = result.type() != ResultType.CHOICE && result.words().containsKey(value);
        return words.isEmpty() || whole ? words : result.phrase().replace("{}", words);
    }

    /** A decision in parts, which stand in the order of time. */
    private String parts() {
        List<Result> ordered = declared.stream().filter(Result::ordered).toList();
        int many = list(Result.OUTCOME).size();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int part = i;
            List<String> clauses = ordered.stream()
                    .map(result -> clause(result, list(result.name()).get(part)))
                    .filter(clause -> !clause.isEmpty())
                    .toList();
            parts.add("第" + NUMBERS.charAt(part) + "段" + String.join("，", clauses));
        }
        return "分" + "零一两三".charAt(many) + "段：" + String.join("；", parts);
    }

    private List<String> list(String result) {
        return List.of(results.get(result).toString().split(SEPARATOR));
    }

    private static String value(Result result, Object value) {
        String text = value.toString();
        if (result.words().containsKey(text)) {
            return result.words().get(text);
        }
        return switch (result.type()) {
            case CHOICE, FLAG ->
                Chinese.or(Arrays.stream(text.split(SEPARATOR))
                        .map(word -> result.words().getOrDefault(word, word))
                        .toList());
            case MONEY -> Chinese.money(new BigDecimal(text));
            case RATE -> Chinese.percent(text);
            case DATE -> Chinese.dates(text);
            case MONTHS ->
                Stream.of(text.split(SEPARATOR))
                        .map(Chinese::months)
                        .reduce((a, b) -> a + "、" + b)
                        .orElse("");
            case WORKING_DAYS -> text + " 个工作日";
            case PROVISIONS -> text;
        };
    }
}
