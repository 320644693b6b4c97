package org.yiban.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Days that a region announced for itself, as for a typhoon. Only added to: what no longer holds is withdrawn.
 *
 * @param id number of the entry
 * @param region code of a province or pool
 * @param kind whether the days are off or worked
 * @param name what they are called: 台风“海葵”停工
 * @param from the first day
 * @param to the last day
 * @param source the announcement
 * @param addedBy user id
 * @param withdrawal {@code null} while the days hold
 */
public record LocalDays(
        long id,
        String region,
        DayKind kind,
        String name,
        LocalDate from,
        LocalDate to,
        LocalSource source,
        String addedBy,
        OffsetDateTime addedAt,
        Withdrawal withdrawal) {

    /** Whether the days hold. */
    public boolean inForce() {
        return withdrawal == null;
    }

    /** The days as in a sentence: 台风停工（2026-09-08 至 2026-09-09，聊防指发〔2026〕7号）. */
    public String said() {
        String stretch = from.equals(to) ? from.toString() : from + " 至 " + to;
        return name + "（" + stretch + "，" + source.number() + "）";
    }

    /** Whether the days and a stretch have a day in common. */
    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }

    /**
     * That days no longer hold.
     *
     * @param reason why
     * @param source the announcement that says so
     * @param by user id
     */
    public record Withdrawal(String reason, LocalSource source, String by, OffsetDateTime at) {}
}
