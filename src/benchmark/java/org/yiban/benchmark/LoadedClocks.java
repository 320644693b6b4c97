package org.yiban.benchmark;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases and the events of their clocks, written by SQL; the stored figures are left for the recomputation to get right. Of ten cases nine are closed; of those that are open some are
 * overdue, a twelfth is paused, a thirtieth was extended, a thirtieth has not been accepted. Fictitious throughout.
 */
final class LoadedClocks {

    private static final String FIRST_PERSON = """
            insert into yiban.person (identity_kind, identity_number, identity_index, name, sex, born_on)
            select 'RESIDENT', decode(md5('n' || n), 'hex'), decode(md5('i' || n), 'hex'), '虚构·量' || chr(19968 + n % 500) || chr(20500 + n / 500), 'MALE', '1980-01-01'
            from generate_series(1, 20000) n
            """;

    /** Number, pool, kind, open or not, and on which day it was accepted; the same for the same number. */
    private static final String SAMPLE = """
            create temporary table sample as
            select n, p.code as pool, n % 2 = 0 as transfer_in,
                (case when n % 2 = 0 then 'ZR' else 'ZC' end) || p.code || '-2026-' || to_char(n, 'FM0000000') as number,
                n % 10 = 0 as open, n % 300 = 0 as not_started, n % 120 = 10 as paused, n % 300 = 20 as extended,
                case when n % 10 = 0 then :today - (n / 10 * 7919::bigint % 34)::integer
                    else :today - 30 - (n * 7919::bigint % 1700)::integer end as accepted_on,
                (n * 104729::bigint % 30)::integer as took
            from generate_series(:from, :to) n
            join (select code, row_number() over (order by code) - 1 as place from unnest(:pools) code) p
                on p.place = n / 2 % cardinality(:pools)
            """;

    private static final List<String> CASES = List.of(
            """
            insert into yiban.case_file (case_number, kind, pool, person_id, state, outcome, opened_by, opened_at, closed_at)
            select number, case when transfer_in then 'TRANSFER_IN' else 'TRANSFER_OUT' end, pool,
                (select min(id) from yiban.person where name like '虚构·量%') + n % 20000,
                case when open then 'OPEN' else 'COMPLETED' end, case when not open then '转移完成' end, 'benchmark',
                accepted_on::timestamptz - interval '1 day',
                case when not open then (accepted_on + took)::timestamptz + interval '10 hours' end
            from sample
            """,
            """
            insert into yiban.clock_event (case_number, type, at, working_days, nature, basis, recorded_at)
            select number, 'STARTED', accepted_on::timestamptz, 15, 'LEGAL', 'NAT2021-43', now() from sample where not not_started
            """,
            """
            insert into yiban.clock_event (case_number, type, at, working_days, leg, recorded_at)
            select number, 'LEG_BEGUN', accepted_on::timestamptz, 10, 'TRANSFER_OUT', now() from sample where not not_started
            """,
            """
            insert into yiban.clock_event (case_number, type, at, working_days, leg, recorded_at)
            select number, 'LEG_BEGUN', (accepted_on + 9)::timestamptz, 5, 'TRANSFER_IN', now()
            from sample where not not_started and took > 9 and accepted_on + 9 < :today
            """,
            """
            insert into yiban.clock_event (case_number, type, at, reason, note, by_user, recorded_at)
            select number, 'PAUSED', (accepted_on + 4)::timestamptz, 'APPLICANT_SUPPLEMENT', '等材料', 'benchmark', now()
            from sample where open and paused and not not_started and accepted_on + 4 < :today
            """,
            """
            insert into yiban.clock_event (case_number, type, at, working_days, note, by_user, recorded_at)
            select number, 'EXTENDED', (accepted_on + 3)::timestamptz, 3, '材料复杂', 'benchmark', now()
            from sample where open and extended and not not_started and accepted_on + 3 < :today
            """,
            """
            insert into yiban.clock_event (case_number, type, at, recorded_at)
            select number, 'STOPPED', (accepted_on + took)::timestamptz + interval '10 hours', now() from sample where not open
            """,
            """
            insert into yiban.case_clock (case_number, pool, kind, accepted_on, working_days, extended, nature, due_on, at_risk_on,
                provisional, stopped_on, met, computed_by)
            select number, pool, case when transfer_in then 'TRANSFER_IN' else 'TRANSFER_OUT' end, accepted_on, 15, 0, 'LEGAL',
                accepted_on + 21, accepted_on + 19, false, case when not open then accepted_on + took end,
                case when not open then took <= 21 end, -1
            from sample where not not_started
            """,
            "drop table sample");

    private LoadedClocks() {}

    /** The people of all cases. */
    static void people(JdbcClient jdbc) {
        jdbc.sql(FIRST_PERSON).update();
    }

    /** Adds cases of the numbers from the one to the other, in the caller's transaction. */
    static void add(JdbcClient jdbc, String[] pools, LocalDate today, int from, int to) {
        // What is written is whole by itself: checking every reference would take most of the time.
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql(SAMPLE)
                .param("pools", pools)
                .param("today", today)
                .param("from", from)
                .param("to", to)
                .update();
        for (String statement : CASES) {
            JdbcClient.StatementSpec spec = jdbc.sql(statement);
            (statement.contains(":today") ? spec.param("today", today) : spec).update();
        }
    }
}
