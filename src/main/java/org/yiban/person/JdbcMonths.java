package org.yiban.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiban.region.RegionCode;

/** The months of contributions in our own tables, for {@link JdbcPeople}, whose transactions these join. */
@Repository
class JdbcMonths {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    JdbcMonths(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    List<ContributionMonth> of(long personId, RegionCode pool) {
        return db.sql("""
                        select person_id, pool, scheme, month, kind, paid_in, base, transferred_out_on
                        from yiban.contribution_month
                        where person_id = ? and pool = ? and transferred_out_on is null
                        order by scheme, month""")
                .params(personId, pool.value())
                .query(JdbcMonths::month)
                .list();
    }

    int takeOver(long personId, RegionCode toPool, List<ContributionMonth> months) {
        if (months.stream().anyMatch(month -> month.personId() != personId)) {
            throw new IllegalArgumentException("a month of another person than " + personId);
        }
        int added = db.sql("""
                        insert into yiban.contribution_month (person_id, pool, scheme, month, kind, paid_in, base)
                        select ?, ?, * from unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::numeric[])
                        on conflict (person_id, pool, scheme, month) where transferred_out_on is null do update
                        set kind = excluded.kind, paid_in = excluded.paid_in, base = excluded.base
                        where contribution_month.kind = 'DEEMED' and excluded.kind = 'PAID'""")
                .params(
                        personId,
                        toPool.value(),
                        texts(months, month -> month.scheme().name()),
                        texts(months, month -> month.month().atDay(1).toString()),
                        texts(months, month -> month.kind().name()),
                        texts(months, month -> month.paidIn().value()),
                        texts(
                                months,
                                month -> month.base() == null
                                        ? null
                                        : month.base().toPlainString()))
                .update();
        if (added > 0) {
            events.publishEvent(new MonthsRecorded(personId, toPool));
        }
        return added;
    }

    private static String[] texts(List<ContributionMonth> months, Function<ContributionMonth, String> of) {
        return months.stream().map(of).toArray(String[]::new);
    }

    int markTransferredOut(long personId, RegionCode pool, Scheme scheme, Set<YearMonth> months, LocalDate on) {
        if (months.isEmpty()) {
            return 0;
        }
        return db.sql("""
                        update yiban.contribution_month set transferred_out_on = :on
                        where person_id = :person and pool = :pool and scheme = :scheme and month in (:months)
                        and transferred_out_on is null""")
                .param("on", on)
                .param("person", personId)
                .param("pool", pool.value())
                .param("scheme", scheme.name())
                .param("months", months.stream().map(month -> month.atDay(1)).toList())
                .update();
    }

    private static ContributionMonth month(ResultSet row, int rowNumber) throws SQLException {
        return new ContributionMonth(
                row.getLong("person_id"),
                new RegionCode(row.getString("pool")),
                Scheme.valueOf(row.getString("scheme")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                MonthKind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("paid_in")),
                row.getObject("base", BigDecimal.class),
                row.getObject("transferred_out_on", LocalDate.class));
    }
}
