package org.yiban.cockpit.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.cockpit.cases.ListedCase.StoredClock;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.region.RegionCode;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;
import org.yiban.sla.Term;

/**
 * Finds cases with their clocks, a page at a time. By due day each pool's first cases are taken from the index and merged,
 * so that a page costs the same however many cases there are; the other orders sort the open cases of the pools.
 */
@Component
@Transactional(readOnly = true)
class ClockedCases {

    private static final String COLUMNS = """
            f.case_number, f.kind, f.pool, f.person_id, f.opened_at, c.accepted_on, c.working_days, c.extended, c.nature,
            c.due_on, c.held_since, c.paused_on, c.pause_reason, c.provisional, c.leg, c.leg_due_on, c.stopped_on,
            case when c.case_number is null then 'NOT_STARTED'
                else yiban.clock_state(c.stopped_on, c.met, c.held_since, c.due_on, c.at_risk_on, :today) end as standing
            """;

    private static final String CLOCKS_BY_DUE_DAY = """
            from unnest(:pools) p(code) cross join lateral (
                select c.* from yiban.case_clock c %s where c.pool = p.code %s
                order by (c.held_since is not null), c.due_on, c.case_number limit :most) c
            join yiban.case_file f on f.case_number = c.case_number
            order by (c.held_since is not null), c.due_on, c.case_number limit :most
            """;

    private static final String OF_PERSON = "join yiban.case_file n on n.case_number = c.case_number";

    private static final String WITHOUT_CLOCK =
            "f.state = 'OPEN' and not exists (select from yiban.case_clock c where c.case_number = f.case_number)";

    private static final String FILES =
            "from yiban.case_file f left join yiban.case_clock c on c.case_number = f.case_number ";

    private final JdbcClient jdbc;
    private final People people;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    ClockedCases(JdbcClient jdbc, People people, WorkingCalendars calendars, BusinessTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.calendars = calendars;
        this.time = time;
    }

    /** A page, and one case more if there is one. */
    List<ListedCase> find(CaseQuery query) {
        if (query.pools().isEmpty()) {
            return List.of();
        }
        return query.order() == CaseOrder.DUE ? byDueDay(query) : sorted(query);
    }

    /** A case and its clock. */
    Optional<ListedCase> find(CaseNumber number) {
        return jdbc.sql("select " + COLUMNS + FILES + "where f.case_number = :number")
                .param("number", number.value())
                .param("today", time.today())
                .query(ClockedCases::listed)
                .optional();
    }

    /** How many cases there are on all pages; those without clock are the open ones less those with one. */
    int count(CaseQuery query) {
        if (query.pools().isEmpty()) {
            return 0;
        }
        Map<String, Object> values = values(query);
        String clocks = "select count(*) from yiban.case_clock c %s where c.pool = any (:pools) %s"
                .formatted(ofPerson(query), clockConditions(query));
        if (!query.withoutClock()) {
            return jdbc.sql(clocks).params(values).query(Integer.class).single();
        }
        String open = "select count(*) from yiban.case_file f where f.pool = any (:pools) and f.state = 'OPEN'"
                + fileConditions(query);
        String started =
                "select count(*) from yiban.case_clock c %s where c.pool = any (:pools) and c.stopped_on is null %s"
                        .formatted(ofPerson(query), narrowed(query));
        String sql = "select (%s) + (%s) - (%s)".formatted(clocks, open, started);
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }

    /** What the next page follows on. */
    CasePlace place(ListedCase last, CaseOrder order) {
        StoredClock clock = last.clock();
        return switch (order) {
            case DUE ->
                clock == null
                        ? new CasePlace(order, 2, last.openedAt().toString(), last.number())
                        : new CasePlace(
                                order,
                                clock.heldSince() == null ? 0 : 1,
                                clock.dueOn().toString(),
                                last.number());
            case OPENED -> new CasePlace(order, 0, last.openedAt().toString(), last.number());
            case CASE -> new CasePlace(order, 0, "", last.number());
            case USED -> new CasePlace(order, 0, Integer.toString(used(last)), last.number());
        };
    }

    private int used(ListedCase found) {
        return found.clock() == null
                ? -1
                : ClockFigures.of(found.clock(), calendars.of(found.pool().value()), time.today())
                        .daysUsed();
    }

    private List<ListedCase> byDueDay(CaseQuery query) {
        List<ListedCase> found = new ArrayList<>();
        CasePlace after = query.after();
        if (after == null || !after.withoutClock()) {
            Map<String, Object> values = values(query);
            String follows = "";
            if (after != null) {
                follows = " and ((c.held_since is not null), c.due_on, c.case_number) > (:held, :day, :number)";
                values.put("held", after.group() == 1);
                values.put("day", after.day());
                values.put("number", after.number().value());
            }
            found.addAll(list(CLOCKS_BY_DUE_DAY.formatted(ofPerson(query), clockConditions(query) + follows), values));
        }
        if (found.size() <= query.limit() && query.withoutClock()) {
            found.addAll(withoutClock(query, query.limit() + 1 - found.size()));
        }
        return found;
    }

    private List<ListedCase> withoutClock(CaseQuery query, int most) {
        Map<String, Object> values = values(query);
        values.put("most", most);
        String follows = "";
        if (query.after() != null && query.after().withoutClock()) {
            follows = " and (f.opened_at, f.case_number) > (:instant, :number)";
            values.put("instant", query.after().instant());
            values.put("number", query.after().number().value());
        }
        return list(
                FILES + "where f.pool = any (:pools) and " + WITHOUT_CLOCK + fileConditions(query) + follows
                        + " order by f.opened_at, f.case_number limit :most",
                values);
    }

    private List<ListedCase> sorted(CaseQuery query) {
        Map<String, Object> values = values(query);
        String key =
                switch (query.order()) {
                    case OPENED -> "f.opened_at, f.case_number";
                    case CASE -> "f.case_number";
                    default -> "-coalesce(c.working_days - coalesce(c.left_when_held, l.days_left), -1), f.case_number";
                };
        String from = FILES;
        if (query.order() == CaseOrder.USED) {
            from += "left join unnest(:leftPools, cast(:leftDays as date[]), :leftCounts) l(pool, due_on, days_left)"
                    + " on l.pool = c.pool and l.due_on = c.due_on ";
            putDaysLeft(query, values);
        }
        String conditions = (query.openOnly() ? " and f.state = 'OPEN'" : "")
                + " and (%s)"
                        .formatted(
                                query.withoutClock()
                                        ? "c.case_number is null or " + standings(query)
                                        : standings(query))
                + (query.leg() == null ? "" : " and c.leg = :leg")
                + fileConditions(query);
        if (query.after() != null) {
            conditions += " and (%s) > (%s:number)".formatted(key, follows(query.after(), values));
            values.put("number", query.after().number().value());
        }
        return list(from + "where f.pool = any (:pools)" + conditions + " order by " + key + " limit :most", values);
    }

    private static String follows(CasePlace after, Map<String, Object> values) {
        return switch (after.order()) {
            case OPENED -> {
                values.put("instant", after.instant());
                yield ":instant, ";
            }
            case USED -> {
                values.put("used", -after.days());
                yield ":used, ";
            }
            default -> "";
        };
    }

    /** The working days left for every due day there is: few, and counted by each pool's calendar. */
    private void putDaysLeft(CaseQuery query, Map<String, Object> values) {
        List<String> pools = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        Map<String, WorkingCalendar> calendarOf = new HashMap<>();
        jdbc.sql("""
                        select distinct pool, due_on from yiban.case_clock
                        where pool = any (?) and stopped_on is null and held_since is null
                        """)
                .param(codes(query))
                .query((row, n) -> {
                    String pool = row.getString("pool");
                    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
                    WorkingCalendar calendar = calendarOf.computeIfAbsent(pool, calendars::of);
                    pools.add(pool);
                    days.add(dueOn.toString());
                    counts.add(Term.stored(calendar, dueOn, null).left(time.today()));
                    return dueOn;
                })
                .list();
        values.put("leftPools", pools.toArray(String[]::new));
        values.put("leftDays", days.toArray(String[]::new));
        values.put("leftCounts", counts.toArray(Integer[]::new));
    }

    private Map<String, Object> values(CaseQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("pools", codes(query));
        values.put("today", time.today());
        values.put("most", query.limit() + 1);
        if (query.kind() != null) {
            values.put("kind", query.kind().name());
        }
        if (query.leg() != null) {
            values.put("leg", query.leg().name());
        }
        if (query.number() != null) {
            values.put("text", query.number());
        }
        if (query.name() != null) {
            values.put("people", people.named(query.name()).toArray(Long[]::new));
        }
        return values;
    }

    private static String[] codes(CaseQuery query) {
        return query.pools().stream().map(RegionCode::value).toArray(String[]::new);
    }

    private static String ofPerson(CaseQuery query) {
        return query.name() == null ? "" : OF_PERSON;
    }

    private static String clockConditions(CaseQuery query) {
        return (query.openOnly() ? " and c.stopped_on is null" : "")
                + " and (" + standings(query) + ")"
                + (query.leg() == null ? "" : " and c.leg = :leg")
                + narrowed(query);
    }

    private static String narrowed(CaseQuery query) {
        return (query.kind() == null ? "" : " and c.kind = :kind")
                + (query.number() == null ? "" : " and position(:text in c.case_number) > 0")
                + (query.name() == null ? "" : " and n.person_id = any (:people)");
    }

    private static String fileConditions(CaseQuery query) {
        return (query.kind() == null ? "" : " and f.kind = :kind")
                + (query.number() == null ? "" : " and position(:text in f.case_number) > 0")
                + (query.name() == null ? "" : " and f.person_id = any (:people)");
    }

    /** What {@code clock_state} says, as ranges that an index can follow. */
    private static String standings(CaseQuery query) {
        if (query.standings().containsAll(Standing.OPEN) && query.openOnly()) {
            return "c.stopped_on is null and c.case_number is not null";
        }
        List<String> any = new ArrayList<>();
        query.standings().forEach(standing -> any.add(condition(standing)));
        return String.join(" or ", any);
    }

    private static String condition(Standing standing) {
        return switch (standing) {
            case NOT_STARTED -> "false";
            case ON_TRACK -> "c.stopped_on is null and c.held_since is null and c.at_risk_on > :today";
            case AT_RISK ->
                "c.stopped_on is null and c.held_since is null and c.at_risk_on <= :today and c.due_on >= :today";
            case OVERDUE -> "c.stopped_on is null and c.held_since is null and c.due_on < :today";
            case PAUSED -> "c.stopped_on is null and c.held_since is not null";
            case MET -> "c.stopped_on is not null and c.met";
            case MISSED -> "c.stopped_on is not null and not c.met";
        };
    }

    private List<ListedCase> list(String from, Map<String, Object> values) {
        return jdbc.sql("select " + COLUMNS + from)
                .params(values)
                .query(ClockedCases::listed)
                .list();
    }

    private static ListedCase listed(ResultSet row, int n) throws SQLException {
        return new ListedCase(
                new CaseNumber(row.getString("case_number")),
                CaseKind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                row.getObject("opened_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessTime.ZONE)
                        .toOffsetDateTime(),
                Standing.valueOf(row.getString("standing")),
                clock(row));
    }

    private static StoredClock clock(ResultSet row) throws SQLException {
        LocalDate acceptedOn = row.getObject("accepted_on", LocalDate.class);
        return acceptedOn == null
                ? null
                : new StoredClock(
                        acceptedOn,
                        row.getInt("working_days"),
                        row.getInt("extended"),
                        TargetNature.valueOf(row.getString("nature")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("held_since", LocalDate.class),
                        row.getObject("paused_on", LocalDate.class),
                        named(PauseReason.class, row.getString("pause_reason")),
                        row.getBoolean("provisional"),
                        named(Leg.class, row.getString("leg")),
                        row.getObject("leg_due_on", LocalDate.class),
                        row.getObject("stopped_on", LocalDate.class));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
