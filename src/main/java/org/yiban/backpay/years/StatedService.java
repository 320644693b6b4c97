package org.yiban.backpay.years;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Past service that is not on record, as it is stated in a case.
 *
 * @param from first month of it
 * @param to last month of it, included
 * @param governmentPlacementOn of a soldier for whom the government arranged work: when; {@code null} for everybody else
 * @param evidence what proves it, as the file that was looked at
 * @param decidedAs how a person decided what the tables leave to one; {@code null} while nobody has
 */
public record StatedService(
        ServiceGround ground,
        YearMonth from,
        YearMonth to,
        LocalDate governmentPlacementOn,
        String evidence,
        CountedAs decidedAs) {

    /** The same, once a person has decided what the tables leave to one; what the tables decide is not touched by it. */
    public StatedService decided(CountedAs as) {
        return new StatedService(ground, from, to, governmentPlacementOn, evidence, as);
    }
}
