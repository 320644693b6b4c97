package org.yiban.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.CalendarChange;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;

/** Says which open cases a change of the calendar would move. Only cases whose days the change touches are computed. */
@Component
@Transactional(readOnly = true)
public class PreviewingCalendars {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final ClockStore store;
    private final WorkingCalendars calendars;

    PreviewingCalendars(JdbcClient jdbc, ClockStore store, WorkingCalendars calendars) {
        this.jdbc = jdbc;
        this.store = store;
        this.calendars = calendars;
    }

    /** The open cases that the change would move, or whose due day it would make certain or uncertain, by number. */
    public List<MovedCase> of(CalendarChange change) {
        WorkingCalendars now = calendars.now();
        List<String> pools = jdbc
                .sql("select distinct pool from yiban.case_clock where stopped_on is null")
                .query(String.class)
                .list()
                .stream()
                .filter(pool -> concerns(change, now.of(pool), change.after().of(pool)))
                .toList();
        List<MovedCase> moved = new ArrayList<>();
        List<Candidate> page = pools.isEmpty() ? List.of() : candidates(change, pools, "");
        while (!page.isEmpty()) {
            moved.addAll(moved(page, now, change));
            String last = page.get(page.size() - 1).caseNumber();
            page = page.size() < BATCH ? List.of() : candidates(change, pools, last);
        }
        return moved;
    }

    private static boolean concerns(CalendarChange change, WorkingCalendar before, WorkingCalendar after) {
        return !before.announcedYears().equals(after.announcedYears())
                || change.days().stream()
                        .anyMatch(day -> before.isWorkingDay(day.day()) != after.isWorkingDay(day.day()));
    }

    private List<Candidate> candidates(CalendarChange change, List<String> pools, String after) {
        return jdbc.sql("""
                        select case_number, pool from yiban.case_clock
                        where stopped_on is null and pool = any (:pools) and accepted_on < :last
                          and (due_on >= :first or held_since is not null or provisional) and case_number > :after
                        order by case_number limit :limit
                        """)
                .param("pools", pools.toArray(String[]::new))
                .param("first", change.first())
                .param("last", change.last())
                .param("after", after)
                .param("limit", BATCH)
                .query(Candidate.class)
                .list();
    }

    private List<MovedCase> moved(List<Candidate> page, WorkingCalendars now, CalendarChange change) {
        Map<CaseNumber, Candidate> candidates = page.stream()
                .collect(Collectors.toMap(candidate -> new CaseNumber(candidate.caseNumber()), Function.identity()));
        List<MovedCase> moved = new ArrayList<>();
        store.events(candidates.keySet()).forEach((number, recorded) -> {
            String pool = candidates.get(number).pool();
            List<ClockEvent> events =
                    recorded.stream().map(RecordedEvent::event).toList();
            MovedCase found =
                    compare(number, pool, events, now.of(pool), change.after().of(pool));
            if (found != null) {
                moved.add(found);
            }
        });
        return moved;
    }

    /** {@code null} if nothing changes, or the case's clock cannot be computed either way. */
    private static MovedCase compare(
            CaseNumber number, String pool, List<ClockEvent> events, WorkingCalendar before, WorkingCalendar after) {
        try {
            Clock was = Clock.of(events, before);
            Clock is = Clock.of(events, after);
            boolean wasProvisional = was.provisionalUntil(was.dueOn());
            boolean isProvisional = is.provisionalUntil(is.dueOn());
            return was.dueOn().equals(is.dueOn()) && wasProvisional == isProvisional
                    ? null
                    : new MovedCase(number.value(), pool, was.dueOn(), is.dueOn(), wasProvisional, isProvisional);
        } catch (ProblemException e) {
            return null;
        }
    }

    private record Candidate(String caseNumber, String pool) {}

    /**
     * A case that a change of the calendar would concern.
     *
     * @param dueBefore its due day as it is
     * @param dueAfter its due day as it would be
     */
    public record MovedCase(
            String caseNumber,
            String pool,
            LocalDate dueBefore,
            LocalDate dueAfter,
            boolean provisionalBefore,
            boolean provisionalAfter) {

        /** Whether the due day would be another. */
        public boolean moves() {
            return !dueBefore.equals(dueAfter);
        }
    }
}
