package org.yiban.backpay.years;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.region.RegionCode;

/**
 * Whose months are to be compiled, for which pool's rules.
 *
 * @param pool the pool that is to pay the benefits of retirement
 * @param retirementAgeOn the day on which the retirement age is reached
 * @param until last month that may count, included
 * @param assessedOn the day by whose rules service is judged
 * @param services past service that is not on record; may be empty
 */
public record YearsQuestion(
        long personId,
        RegionCode pool,
        LocalDate retirementAgeOn,
        YearMonth until,
        LocalDate assessedOn,
        List<StatedService> services) {

    /** Keeps a copy. */
    public YearsQuestion {
        services = List.copyOf(services);
    }
}
