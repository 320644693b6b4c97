package org.yiban.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A fact as a family declares it, once for reading, error messages, forms and the API.
 *
 * @param name as the contract spells it: {@code paidOn}
 * @param label what people read: 缴费日期
 * @param type how it is written
 * @param choices for CHOICE: each value and its label, in order; else empty
 * @param unit what a number counts: 个月; {@code null} if it is none
 * @param words for FLAG: what people read when it is true and when it is false; else empty
 * @param least smallest number allowed; {@code null} if there is no bound
 * @param most largest number allowed; {@code null} if there is no bound
 * @param presence what an empty fact means
 * @param whenEmpty the value that an empty fact has; {@code null} if it has none
 */
public record Fact(
        String name,
        String label,
        FactType type,
        Map<String, String> choices,
        String unit,
        Map<String, String> words,
        BigDecimal least,
        BigDecimal most,
        Presence presence,
        String whenEmpty) {

    /** What an empty fact means. */
    public enum Presence {
        /** Refused: every question must state it. */
        REQUIRED,
        /** Open: refused only where the answer depends on it. */
        OPEN,
        /** A statement of its own, that there is none. */
        NONE
    }

    private static final int MOST_MONTHS = 1200;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;

    public Fact {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        words = Map.copyOf(words);
    }

    public static Fact region(String name, String label) {
        return of(name, label, FactType.REGION);
    }

    public static Fact date(String name, String label) {
        return of(name, label, FactType.DATE);
    }

    public static Fact month(String name, String label) {
        return of(name, label, FactType.MONTH);
    }

    public static Fact year(String name, String label) {
        return number(
                name, label, FactType.YEAR, "年", BigDecimal.valueOf(EARLIEST_YEAR), BigDecimal.valueOf(LATEST_YEAR));
    }

    /** A whole number of something, zero or more. */
    public static Fact count(String name, String label, String unit) {
        return number(name, label, FactType.COUNT, unit, BigDecimal.ZERO, null);
    }

    /** A number of months, up to a hundred years. */
    public static Fact months(String name, String label) {
        return number(name, label, FactType.COUNT, "个月", BigDecimal.ZERO, BigDecimal.valueOf(MOST_MONTHS));
    }

    /** An amount in yuan, zero or more. */
    public static Fact money(String name, String label) {
        return number(name, label, FactType.MONEY, "元", BigDecimal.ZERO, null);
    }

    /** A fraction from 0 to 1. */
    public static Fact rate(String name, String label) {
        return number(name, label, FactType.RATE, null, BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** True or false, each with a clause that people read. */
    public static Fact flag(String name, String label, String whenTrue, String whenFalse) {
        Map<String, String> words = Map.of("true", whenTrue, "false", whenFalse);
        return new Fact(name, label, FactType.FLAG, Map.of(), null, words, null, null, Presence.OPEN, null);
    }

    /** Announcements of average wages, joined with {@code ;}. */
    public static Fact wageAnnouncements(String name, String label) {
        return of(name, label, FactType.WAGE_ANNOUNCEMENTS);
    }

    public static Fact text(String name, String label) {
        return of(name, label, FactType.TEXT);
    }

    /**
     * One of several values.
     *
     * @param valuesAndLabels each value followed by its label
     */
    public static Fact choice(String name, String label, String... valuesAndLabels) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            choices.put(valuesAndLabels[i], valuesAndLabels[i + 1]);
        }
        return new Fact(name, label, FactType.CHOICE, choices, null, Map.of(), null, null, Presence.OPEN, null);
    }

    /** The same fact, which every question must state. */
    public Fact required() {
        return new Fact(name, label, type, choices, unit, words, least, most, Presence.REQUIRED, null);
    }

    /** The same fact; empty states that there is none. */
    public Fact orNone() {
        return new Fact(name, label, type, choices, unit, words, least, most, Presence.NONE, null);
    }

    /** The same fact; empty is read as a value. */
    public Fact orElse(String value) {
        return new Fact(name, label, type, choices, unit, words, least, most, Presence.NONE, value);
    }

    /** What may be written, in Chinese: the end of every message about this fact. */
    public String allowed() {
        return switch (type) {
            case REGION -> "六位行政区划代码";
            case DATE -> "日历上的日期，格式为 年-月-日，例如 2023-03-06";
            case MONTH -> "月份，格式为 年-月，例如 2023-03";
            case YEAR -> "四位年份，例如 2023";
            case COUNT -> most == null ? "不小于 0 的整数" : "0 到 " + most + " 的整数";
            case MONEY -> "不小于 0 的金额（元），最多两位小数";
            case RATE -> "0 到 1 之间的小数，例如 0.07";
            case FLAG -> "true（是）或 false（否）";
            case CHOICE ->
                choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "（" + choice.getValue() + "）")
                        .collect(Collectors.joining("、"));
            case WAGE_ANNOUNCEMENTS -> "地区:年度:月平均工资:公布日期，多条以 ; 相隔，例如 220000:2021:6000.00:2022-07-12";
            case TEXT -> "文字";
        };
    }

    private static Fact of(String name, String label, FactType type) {
        return number(name, label, type, null, null, null);
    }

    private static Fact number(
            String name, String label, FactType type, String unit, BigDecimal least, BigDecimal most) {
        return new Fact(name, label, type, Map.of(), unit, Map.of(), least, most, Presence.OPEN, null);
    }
}
