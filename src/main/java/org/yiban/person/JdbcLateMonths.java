package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    public int record(long personId, RegionCode pool, SortedMap<YearMonth, BigDecimal> bases, LocalDate paidOn) {
        people.require(personId);
        int added = 0;
        for (Map.Entry<YearMonth, BigDecimal> month : bases.entrySet()) {
            added += jdbc.sql("""
                            insert into yiban.contribution_month
                                (person_id, pool, scheme, month, kind, paid_in, base, paid_late_on)
                            values (?, ?, 'EMPLOYEE', ?, 'PAID', ?, ?, ?)
                            on conflict (person_id, pool, scheme, month) where transferred_out_on is null
                            do nothing""")
                    .params(personId, pool.value(), month.getKey().atDay(1), pool.value(), month.getValue(), paidOn)
                    .update();
        }
        if (added > 0) {
            events.publishEvent(new MonthsRecorded(personId, pool));
        }
        return added;
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
