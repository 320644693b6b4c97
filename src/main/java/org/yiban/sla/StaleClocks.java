package org.yiban.sla;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of open cases that were computed by another calendar or other settings than hold now. */
@Component
class StaleClocks {

    private static final String OPEN = " from yiban.case_clock where stopped_on is null ";
    /** Two ranges rather than "other than": so each is looked up in the index. */
    private static final String STALE = OPEN + "and (computed_by < :version or computed_by > :version) ";

    private final JdbcClient jdbc;

    StaleClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the caller's transaction may recompute: one at a time may, among all nodes. */
    boolean takeTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('yiban.recomputation'))")
                .query(Boolean.class)
                .single();
    }

    /** @param except numbers of cases that are left out */
    List<StaleClock> next(long version, Collection<String> except, int limit) {
        return jdbc.sql("select case_number, pool, accepted_on, (select max(recorded_at) from yiban.clock_event e"
                        + " where e.case_number = case_clock.case_number) as last_event_at" + STALE
                        + "and case_number <> all (:except) order by computed_by, case_number limit :limit")
                .param("version", version)
                .param("except", except.toArray(String[]::new))
                .param("limit", limit)
                .query(StaleClock.class)
                .list();
    }

    /** Which of the cases are as they were. */
    List<String> among(long version, Collection<String> numbers) {
        return jdbc.sql("select case_number" + STALE + "and case_number = any (:numbers)")
                .param("version", version)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    long count(long version) {
        return jdbc.sql("select count(*)" + STALE)
                .param("version", version)
                .query(Long.class)
                .single();
    }

    long open() {
        return jdbc.sql("select count(*)" + OPEN).query(Long.class).single();
    }

    /**
     * A clock that is to be computed again.
     *
     * @param lastEventAt when its last event was written down; it was computed then or later
     */
    record StaleClock(String caseNumber, String pool, LocalDate acceptedOn, OffsetDateTime lastEventAt) {}
}
