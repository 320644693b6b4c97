package org.yiban.sla;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiban.calendar.ViewingCalendars;
import org.yiban.calendar.ViewingCalendars.MadeChange;
import org.yiban.sla.StaleClocks.StaleClock;

/** What the history of a case says when a change of the calendar moved its due day. */
final class MoveNotes {

    /** Identifier of the step in a case's history. */
    static final String STEP = "deadlineRecomputed";

    private final ViewingCalendars calendars;
    private final List<MadeChange> changes;

    MoveNotes(ViewingCalendars calendars) {
        this.calendars = calendars;
        this.changes = calendars.changes();
    }

    /** Whether the due day moved, or became certain or uncertain; else only figures were repaired that nobody wrote. */
    static boolean concernsPeople(RecomputedClock clock) {
        return !clock.dueBefore().equals(clock.dueNow()) || clock.provisionalBefore() != clock.provisionalNow();
    }

    /** The sentence; empty if nothing changed that concerns people. */
    Optional<String> of(RecomputedClock clock, StaleClock before) {
        if (!concernsPeople(clock)) {
            return Optional.empty();
        }
        LocalDate last = clock.dueNow().isAfter(clock.dueBefore()) ? clock.dueNow() : clock.dueBefore();
        String why = changes.stream()
                .filter(change -> change.at().isAfter(before.lastEventAt()))
                .filter(change -> change.last().isAfter(before.acceptedOn()))
                .filter(change -> !change.first().isAfter(last))
                .filter(change -> change.region() == null || calendars.liesIn(before.pool(), change.region()))
                .findFirst()
                .map(change -> "因工作日历变动：" + change.text() + "，")
                .orElse("按记录和工作日历重新计算，");
        String moved = clock.dueBefore().equals(clock.dueNow())
                ? "到期日仍为 " + clock.dueNow()
                : "到期日由 " + clock.dueBefore() + " 改为 " + clock.dueNow();
        return Optional.of(why + moved + certainty(clock));
    }

    private static String certainty(RecomputedClock clock) {
        if (clock.provisionalBefore() == clock.provisionalNow()) {
            return clock.provisionalNow() ? "（暂定）" : "";
        }
        return clock.provisionalNow() ? "，暂定" : "，不再是暂定";
    }
}
