package org.yiban.policy.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.policy.Step;

/** Steps of counting in words. */
final class StepWords {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)(%?)}");

    private StepWords() {}

    static String of(Step step) {
        return ARGUMENT.matcher(step.template())
                .replaceAll(argument -> Matcher.quoteReplacement(argument(step.arguments(), argument)));
    }

    private static String argument(List<Object> arguments, MatchResult named) {
        Object value = arguments.get(Integer.parseInt(named.group(1)));
        return named.group(2).isEmpty() ? words(value) : Chinese.percent(value);
    }

    private static String words(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(StepWords::words).collect(Collectors.joining("、"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : Chinese.dates(value.toString());
    }
}
