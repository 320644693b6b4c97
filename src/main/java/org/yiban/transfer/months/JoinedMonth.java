package org.yiban.transfer.months;

import java.time.YearMonth;
import java.util.List;
import org.yiban.person.MonthKind;
import org.yiban.region.RegionCode;

/**
 * A month of the employee scheme that counts, once, whatever the number of records that hold it.
 *
 * @param kind paid if any record says that it was paid, else deemed
 * @param sources every record that holds it, the transfer-in side's first; never empty
 */
public record JoinedMonth(YearMonth month, MonthKind kind, List<MonthSource> sources) {

    /** Keeps a copy of the sources. */
    public JoinedMonth {
        sources = List.copyOf(sources);
    }

    static JoinedMonth of(YearMonth month, List<MonthSource> sources) {
        boolean paid = sources.stream().anyMatch(source -> source.kind() == MonthKind.PAID);
        return new JoinedMonth(month, paid ? MonthKind.PAID : MonthKind.DEEMED, sources);
    }

    /** Whether more than one record holds it. */
    public boolean heldTwice() {
        return sources.stream().map(MonthSource::recordOf).distinct().count() > 1;
    }

    /** Whether it was paid in more than one pool: what was paid once and stands on two records was not. */
    public boolean paidTwice() {
        return paidIn().size() > 1;
    }

    /** The pools it was paid in. */
    public List<RegionCode> paidIn() {
        return sources.stream()
                .filter(source -> source.kind() == MonthKind.PAID)
                .map(MonthSource::paidIn)
                .distinct()
                .toList();
    }
}
