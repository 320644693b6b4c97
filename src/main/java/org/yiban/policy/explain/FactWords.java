package org.yiban.policy.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** A fact, its values and what cells ask of it, in words. */
final class FactWords {

    private static final String NONE = "没有";

    private final Fact fact;
    private final Regions regions;

    FactWords(Fact fact, Regions regions) {
        this.fact = fact;
        this.regions = regions;
    }

    /** What the fact is called, without hints for those who fill it in. */
    String label() {
        return fact.label().replaceAll("（[^）]*）", "").replaceAll("，.*", "");
    }

    /** That the fact has a value: 退费事由是死亡. */
    String is(Object value) {
        if (value == null) {
            return "没有" + label();
        }
        if (fact.type() == FactType.FLAG) {
            return flag(value.toString());
        }
        return value(value).equals(NONE) ? NONE + label() : label() + "是" + value(value);
    }

    /** What a cell asks: 缴费日期在2022年10月1日（含）以后. */
    String asks(CellTest test) {
        if (fact.type() == FactType.FLAG) {
            return Chinese.or(test.spans().stream()
                    .map(span -> flag(flagAsked(span, test.negated())))
                    .distinct()
                    .toList());
        }
        boolean named = test.spans().stream().allMatch(CellTest.Span::single);
        return named ? named(test) : label() + (test.negated() ? "不" : "") + spans(test);
    }

    /** How a value lies to what a cell asks, where that says more than the value: 在2022年10月1日（含）以后; else empty. */
    String relation(CellTest test) {
        boolean named = test.spans().stream().allMatch(CellTest.Span::single);
        return named ? "" : (test.negated() ? "不" : "") + spans(test);
    }

    private static String flagAsked(CellTest.Span span, boolean negated) {
        boolean asked = span.from() instanceof Literal.Flag asks && asks.value();
        return String.valueOf(asked != negated);
    }

    private String flag(String value) {
        return fact.words().getOrDefault(value, label());
    }

    private String named(CellTest test) {
        List<String> all =
                test.spans().stream().map(span -> literal(span.from())).toList();
        boolean nothing = all.contains(NONE);
        List<String> words = all.stream().filter(word -> !word.equals(NONE)).toList();
        String none = (test.negated() ? "有" : NONE) + label();
        if (words.isEmpty()) {
            return none;
        }
        String is = label() + (test.negated() ? "不是" : "是") + Chinese.or(words);
        return nothing ? none + (test.negated() ? "，而且" : "，或者") + is : is;
    }

    private String spans(CellTest test) {
        return test.spans().stream().map(this::span).collect(Collectors.joining("，或者"));
    }

    private String span(CellTest.Span span) {
        if (span.single()) {
            return "是" + literal(span.from());
        }
        return fact.type() == FactType.DATE ? days(span) : numbers(span);
    }

    private String days(CellTest.Span span) {
        String from = span.from() == null ? null : literal(span.from()) + (span.fromIncluded() ? "（含）" : "");
        String to = span.to() == null ? null : literal(span.to()) + (span.toIncluded() ? "（含）" : "");
        if (from == null) {
            return "在" + to + "以前";
        }
        return to == null ? "在" + from + "以后" : "在" + from + "到" + to + "之间";
    }

    private String numbers(CellTest.Span span) {
        String from = span.from() == null ? null : (span.fromIncluded() ? "不少于 " : "多于 ") + number(span.from());
        String to = span.to() == null ? null : (span.toIncluded() ? "不多于 " : "少于 ") + number(span.to());
        if (from != null && to != null && span.fromIncluded() && span.toIncluded()) {
            return "在 " + number(span.from()) + "到 " + number(span.to()) + "之间";
        }
        return from == null ? to : to == null ? from : from + "，" + to;
    }

    private String number(Literal literal) {
        return literal(literal).strip();
    }

    private String literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return value(text.value());
        }
        if (literal instanceof Literal.Number number) {
            return value(number.value());
        }
        return literal instanceof Literal.Day day ? Chinese.date(day.value()) : NONE;
    }

    private String value(Object value) {
        String text = value.toString();
        return switch (fact.type()) {
            case CHOICE -> fact.choices().getOrDefault(text, text);
            case REGION, TEXT, WAGE_ANNOUNCEMENTS -> region(text);
            case MONEY -> " " + Chinese.money(text);
            case RATE -> " " + Chinese.percent(text);
            case YEAR -> " " + text + " 年";
            case COUNT -> " " + Chinese.plain(new BigDecimal(text)) + " " + fact.unit();
            case DATE, MONTH -> Chinese.dates(text);
            case FLAG -> flag(text);
        };
    }

    private String region(String text) {
        return text.matches("\\d{6}") ? regions.fullName(RegionCode.parse(fact.name(), text)) : text;
    }

    /** Facts by name. */
    static Map<String, FactWords> of(List<Fact> facts, Regions regions) {
        return facts.stream().collect(Collectors.toMap(Fact::name, fact -> new FactWords(fact, regions)));
    }
}
