package org.yiban.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yiban.region.RegionCode;

/**
 * One month that counts towards a person's contribution years.
 *
 * @param personId whose it is
 * @param pool the pooling area whose record holds it
 * @param scheme the scheme it counts for
 * @param month the month it was paid <em>for</em>
 * @param kind paid or deemed
 * @param paidIn the pooling area it was paid in (for deemed service: where it was served)
 * @param base monthly contribution base in yuan; {@code null} if unknown
 * @param transferredOutOn when it left this record for another pool's; {@code null} while it is held here
 */
public record ContributionMonth(
        long personId,
        RegionCode pool,
        Scheme scheme,
        YearMonth month,
        MonthKind kind,
        RegionCode paidIn,
        BigDecimal base,
        LocalDate transferredOutOn) {}
