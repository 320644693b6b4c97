package org.yiban.workflow.terms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.BusinessTime;

/**
 * A term of working days as a model writes it: {@code P5WD}, or {@code 2026-02-12/P5WD} from a day on. The first day is
 * not counted, whichever day it is; the term runs to the end of its last working day, Beijing time.
 *
 * @param from the day the term runs from, {@code null} for the day on which it is asked for
 * @param workingDays how many working days, 1 to {@value #LONGEST}
 */
record WorkingDayTerm(LocalDate from, int workingDays) {

    private static final int LONGEST = 999;

    /** No date and no duration of the stock calendars contains "WD". */
    private static final Pattern MEANT = Pattern.compile("(?is).*WD.*");

    private static final Pattern TERM = Pattern.compile("(?:([^/]+)/)?P([1-9]\\d{0,2})WD");

    /**
     * Reads a term of working days; empty where the text means something else, which is the stock calendars' matter.
     *
     * @throws IllegalArgumentException if it means working days and is not one, with a Chinese and an English sentence
     */
    static Optional<WorkingDayTerm> parse(String text) {
        if (!meant(text)) {
            return Optional.empty();
        }
        Matcher term = TERM.matcher(text.strip());
        if (!term.matches()) {
            throw nonsense(text);
        }
        LocalDate from = term.group(1) == null ? null : day(term.group(1), text);
        return Optional.of(new WorkingDayTerm(from, Integer.parseInt(term.group(2))));
    }

    /** Whether a text means working days, spelt right or not. */
    static boolean meant(String text) {
        return text != null && MEANT.matcher(text.strip()).matches();
    }

    /** The last day of the term in a calendar, asked for on a day. */
    LocalDate lastDay(WorkingCalendar calendar, LocalDate askedOn) {
        return calendar.addWorkingDays(from == null ? askedOn : from, workingDays)
                .date();
    }

    private static LocalDate day(String written, String text) {
        try {
            if (!written.contains("T")) {
                return LocalDate.parse(written);
            }
            return written.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(written.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                            .atZoneSameInstant(BusinessTime.ZONE)
                            .toLocalDate()
                    : LocalDateTime.parse(written).toLocalDate();
        } catch (DateTimeException e) {
            throw nonsense(text);
        }
    }

    private static IllegalArgumentException nonsense(String text) {
        return new IllegalArgumentException(("“%s”不是工作日期限：应写 P5WD（1 到 %d 个工作日，当日不计），或 2026-02-12/P5WD（自某日起算）。"
                        + " \"%s\" is no term of working days: write P5WD, or 2026-02-12/P5WD.")
                .formatted(text, LONGEST, text));
    }
}
