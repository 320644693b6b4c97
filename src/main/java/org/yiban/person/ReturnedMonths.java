package org.yiban.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.region.RegionCode;

/** Months that had gone over to another pool and come back to the record they left. */
@Component
public class ReturnedMonths {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ReturnedMonths(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Puts months that a pool's record marks as transferred out back on it; one that it holds already, never held, or that
     * left on another day than stated, with another transfer, stays as it is.
     *
     * @param leftOn the months, each with the day on which it left
     * @return how many came back; 0 when called again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int restore(long personId, RegionCode pool, Scheme scheme, Map<YearMonth, LocalDate> leftOn) {
        if (leftOn.isEmpty()) {
            return 0;
        }
        List<Map.Entry<YearMonth, LocalDate>> months = List.copyOf(leftOn.entrySet());
        int restored = jdbc.sql("""
                        update yiban.contribution_month back set transferred_out_on = null
                        from unnest(:months::date[], :days::date[]) as gone (month, left_on)
                        where back.month = gone.month and back.transferred_out_on = gone.left_on and back.id in (
                            select max(id) from yiban.contribution_month
                            where person_id = :person and pool = :pool and scheme = :scheme
                            group by month having bool_and(transferred_out_on is not null))
                        """)
                .param("person", personId)
                .param("pool", pool.value())
                .param("scheme", scheme.name())
                .param(
                        "months",
                        months.stream()
                                .map(month -> month.getKey().atDay(1).toString())
                                .toArray(String[]::new))
                .param(
                        "days",
                        months.stream()
                                .map(month -> month.getValue().toString())
                                .toArray(String[]::new))
                .update();
        if (restored > 0) {
            events.publishEvent(new MonthsRecorded(personId, pool));
        }
        return restored;
    }
}
