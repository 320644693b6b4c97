package org.yiban.transfer;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;

/** Months as people list them: {@code 2019-01 至 2019-06；2020-03}. */
final class MonthList {

    private static final Pattern SEPARATOR = Pattern.compile("[;；,，、\\s]+");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(至|到|~|—|--)\\s*");
    private static final Pattern RUN = Pattern.compile("(\\d{4}-\\d{2})(?:至(\\d{4}-\\d{2}))?");
    private static final int MOST = 1200;
    private static final String FORM = "应为月份或月份的起止，如 2019-01 至 2019-06；2020-03";

    private MonthList() {}

    /**
     * The months that a text lists, each once, in order.
     *
     * @throws ProblemException INVALID_INPUT naming the field
     */
    static SortedSet<YearMonth> read(String field, String text) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (String part : SEPARATOR.split(BETWEEN.matcher(text.strip()).replaceAll("至"))) {
            Matcher run = RUN.matcher(part);
            if (!run.matches()) {
                throw ProblemException.invalid(field, part, FORM);
            }
            YearMonth from = month(field, run.group(1));
            YearMonth to = run.group(2) == null ? from : month(field, run.group(2));
            if (to.isBefore(from) || from.plusMonths(MOST).isBefore(to)) {
                throw ProblemException.invalid(field, part, "止月不能早于起月；" + FORM);
            }
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    private static YearMonth month(String field, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field, text, "没有这个月份；" + FORM);
        }
    }

    /** Months in order as people read them. */
    static String text(Collection<YearMonth> months) {
        StringBuilder text = new StringBuilder();
        YearMonth from = null;
        YearMonth last = null;
        for (YearMonth month : new TreeSet<>(months)) {
            if (last == null || !last.plusMonths(1).equals(month)) {
                append(text, from, last);
                from = month;
            }
            last = month;
        }
        append(text, from, last);
        return text.toString();
    }

    private static void append(StringBuilder text, YearMonth from, YearMonth to) {
        if (from == null) {
            return;
        }
        text.append(text.isEmpty() ? "" : "；").append(from);
        if (!to.equals(from)) {
            text.append(" 至 ").append(to);
        }
    }
}
