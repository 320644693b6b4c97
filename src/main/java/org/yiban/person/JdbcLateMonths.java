package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.region.RegionCode;

/** The months paid later in our own tables, where no core system is connected. */
@Repository
class JdbcLateMonths implements LateMonths {

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;

    JdbcLateMonths(JdbcClient jdbc, People people, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SortedSet<YearMonth> record(
            long personId, RegionCode pool, SortedMap<YearMonth, BigDecimal> bases, LocalDate paidOn) {
        people.require(personId);
        SortedSet<YearMonth> added = new TreeSet<>();
        for (Map.Entry<YearMonth, BigDecimal> month : bases.entrySet()) {
            boolean isNew = jdbc.sql("""
                            insert into yiban.contribution_month
                                (person_id, pool, scheme, month, kind, paid_in, base, paid_late_on)
                            values (?, ?, 'EMPLOYEE', ?, 'PAID', ?, ?, ?)
                            on conflict (person_id, pool, scheme, month) where transferred_out_on is null
                            do nothing""")
                            .params(
                                    personId,
                                    pool.value(),
                                    month.getKey().atDay(1),
                                    pool.value(),
                                    month.getValue(),
                                    paidOn)
                            .update()
                    == 1;
            if (isNew) {
                added.add(month.getKey());
            }
        }
        if (!added.isEmpty()) {
            events.publishEvent(new MonthsRecorded(personId, pool));
        }
        return added;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public SortedSet<YearMonth> takeBack(long personId, RegionCode pool, Set<YearMonth> months, LocalDate paidOn) {
        SortedSet<YearMonth> taken = new TreeSet<>(jdbc.sql("""
            delete from yiban.contribution_month
            where person_id = ? and pool = ? and scheme = 'EMPLOYEE' and month = any (?::date[])
            and paid_late_on = ? and transferred_out_on is null returning month\
            """)
                .params(
                        personId,
                        pool.value(),
                        months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new),
                        paidOn)
                .query((row, i) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list());
        if (!taken.isEmpty()) {
            events.publishEvent(new MonthsRecorded(personId, pool));
        }
        return taken;
    }

    @Override
    public Map<YearMonth, LocalDate> of(long personId, RegionCode pool) {
        Map<YearMonth, LocalDate> late = new TreeMap<>();
        jdbc.sql("""
                select month, paid_late_on from yiban.contribution_month
                where person_id = ? and pool = ? and paid_late_on is not null and transferred_out_on is null""").params(personId, pool.value()).query(row -> {
            late.put(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getObject("paid_late_on", LocalDate.class));
        });
        return late;
    }
}
