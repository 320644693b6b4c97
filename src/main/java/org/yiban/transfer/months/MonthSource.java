package org.yiban.transfer.months;

import java.math.BigDecimal;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.region.RegionCode;

/**
 * Where a month stands.
 *
 * @param recordOf the pool whose record, or whose information table, holds it
 * @param paidIn the pool it was paid in; for deemed service where it was served
 * @param base monthly contribution base in yuan; {@code null} if unknown
 */
public record MonthSource(RegionCode recordOf, RegionCode paidIn, MonthKind kind, BigDecimal base) {

    static MonthSource of(ContributionMonth month) {
        return new MonthSource(month.pool(), month.paidIn(), month.kind(), month.base());
    }
}
