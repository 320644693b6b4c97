package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * A month as documents between agencies state it.
 *
 * @param paidIn code of the pool it was paid in
 * @param base contribution base, yuan with two decimals; {@code null} if unknown
 */
public record StatedMonth(Scheme scheme, YearMonth month, MonthKind kind, String paidIn, String base) {

    /** A month of a record. */
    public static StatedMonth of(ContributionMonth month) {
        return new StatedMonth(
                month.scheme(),
                month.month(),
                month.kind(),
                month.paidIn().value(),
                month.base() == null ? null : month.base().setScale(2).toPlainString());
    }

    /** The month with the pool that the place it was paid in belongs to. */
    StatedMonth paidInPool(Regions regions) {
        String pool = regions.requirePool("paidIn", paidIn).code().value();
        return new StatedMonth(scheme, month, kind, pool, base);
    }

    /** The month as a pool's record would hold it. */
    public ContributionMonth toMonth(long personId, RegionCode statedBy) {
        return new ContributionMonth(
                personId,
                statedBy,
                scheme,
                month,
                kind,
                new RegionCode(paidIn),
                base == null ? null : new BigDecimal(base),
                null);
    }
}
