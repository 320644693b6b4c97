package org.yiban.cockpit.overview;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.overview.Trend.Week;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;

/** Counts closed cases week by week. */
@Component
@Transactional(readOnly = true)
class Trends {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Trends(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The last weeks, this one included, of some pools and one kind or ({@code null}) all. */
    Trend of(Set<RegionCode> pools, CaseKind kind, int weeks) {
        LocalDate thisWeek = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = thisWeek.minusWeeks(weeks - 1L);
        Map<LocalDate, Week> counted = new HashMap<>();
        jdbc.sql("""
                        select date_trunc('week', stopped_on)::date as monday,
                            count(*) filter (where met) as met, count(*) filter (where not met) as missed
                        from yiban.case_clock
                        where stopped_on >= ? and pool = any (?) and kind = coalesce(?, kind)
                        group by monday
                        """)
                .params(
                        first,
                        pools.stream().map(RegionCode::value).toArray(String[]::new),
                        kind == null ? null : kind.name())
                .query((row, n) ->
                        new Week(row.getObject("monday", LocalDate.class), row.getInt("met"), row.getInt("missed")))
                .list()
                .forEach(week -> counted.put(week.from(), week));
        List<Week> all = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(thisWeek); monday = monday.plusWeeks(1)) {
            all.add(counted.getOrDefault(monday, new Week(monday, 0, 0)));
        }
        return new Trend(List.copyOf(all));
    }
}
