package org.yiban.backpay.years;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yiban.region.RegionCode;

/** Months by source, each once: the first source of a month stays. */
final class CountedMonths {

    private static final Set<MonthSource> PAID =
            EnumSet.of(MonthSource.PAID_HERE, MonthSource.PAID_IN_PROVINCE, MonthSource.PAID_ELSEWHERE);

    private record From(MonthSource source, RegionCode pool) {}

    private final Map<YearMonth, From> months = new TreeMap<>();

    void add(YearMonth month, MonthSource source, RegionCode pool) {
        months.putIfAbsent(month, new From(source, pool));
    }

    boolean holds(YearMonth month) {
        return months.containsKey(month);
    }

    boolean paid(YearMonth month) {
        From from = months.get(month);
        return from != null && PAID.contains(from.source());
    }

    int count(MonthSource source) {
        return Math.toIntExact(
                months.values().stream().filter(from -> from.source() == source).count());
    }

    /** The months in order, those in a row that come from the same place together. */
    List<MonthRun> runs() {
        List<MonthRun> runs = new ArrayList<>();
        months.forEach((month, from) -> {
            MonthRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null
                    && last.source() == from.source()
                    && last.pool().equals(from.pool())
                    && last.to().plusMonths(1).equals(month)) {
                runs.set(runs.size() - 1, new MonthRun(last.from(), month, from.source(), from.pool()));
            } else {
                runs.add(new MonthRun(month, month, from.source(), from.pool()));
            }
        });
        return runs;
    }
}
