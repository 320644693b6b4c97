package org.yiban.person;

import java.time.YearMonth;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.region.RegionCode;

/** Months that had gone over to another pool and come back to the record they left. */
@Component
public class ReturnedMonths {

    private final JdbcClient jdbc;

    ReturnedMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts months that a pool's record marks as transferred out back on it; one that it holds already, or never held, stays
     * as it is.
     *
     * @return how many came back; 0 when called again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int restore(long personId, RegionCode pool, Scheme scheme, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update yiban.contribution_month set transferred_out_on = null where id in (
                            select max(id) from yiban.contribution_month
                            where person_id = :person and pool = :pool and scheme = :scheme and month in (:months)
                            group by month having bool_and(transferred_out_on is not null))
                        """)
                .param("person", personId)
                .param("pool", pool.value())
                .param("scheme", scheme.name())
                .param("months", months.stream().map(month -> month.atDay(1)).toList())
                .update();
    }
}
