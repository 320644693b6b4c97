package org.yiban.policy.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.Written;

/** Values as people say them. */
final class Chinese {

    private static final Pattern CALENDAR = Pattern.compile("(?<![\\d-])(\\d{4})-(\\d{2})(?:-(\\d{2}))?(?![\\d-])");
    private static final int MONTHS_OF_A_YEAR = 12;

    private Chinese() {}

    static String date(LocalDate day) {
        return Written.day(day);
    }

    /** A text in which dates and months stand as ISO writes them. */
    static String dates(String text) {
        return CALENDAR.matcher(text).replaceAll(Chinese::calendar);
    }

    private static String calendar(java.util.regex.MatchResult found) {
        String month = Integer.parseInt(found.group(1)) + "年" + Integer.parseInt(found.group(2)) + "月";
        String said = found.group(3) == null ? month : month + Integer.parseInt(found.group(3)) + "日";
        return Matcher.quoteReplacement(said);
    }

    static String percent(Object fraction) {
        return Written.percent(new BigDecimal(fraction.toString()));
    }

    static String money(Object yuan) {
        BigDecimal amount = new BigDecimal(yuan.toString());
        return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString() + " 元";
    }

    static String months(Object months) {
        int number = Integer.parseInt(months.toString());
        boolean years = number >= MONTHS_OF_A_YEAR && number % MONTHS_OF_A_YEAR == 0;
        return number + " 个月" + (years ? "（" + number / MONTHS_OF_A_YEAR + " 年）" : "");
    }

    /** A number without digits that say nothing. */
    static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
    }

    /** A 甲、乙或丙. */
    static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join("、", words.subList(0, last)) + "或" + words.get(last);
    }

    /** The text with one full stop at its end. */
    static String sentence(String text) {
        String bare = text.strip();
        while (bare.endsWith("。") || bare.endsWith("；") || bare.endsWith("，")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare + "。";
    }

    /** The first sentence of a text, without its full stop. */
    static String first(String text) {
        int stop = text.indexOf('。');
        return stop < 0 ? text : text.substring(0, stop);
    }
}
