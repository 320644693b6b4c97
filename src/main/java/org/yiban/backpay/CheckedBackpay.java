package org.yiban.backpay;

import java.util.List;
import org.yiban.backpay.years.StatedService;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;

/**
 * An application as it was checked against the record.
 *
 * @param pool {@code null} if it is wrong
 * @param person {@code null} if anything is wrong
 * @param stated likewise
 * @param wrong what is wrong; empty if nothing is
 */
public record CheckedBackpay(
        RegionCode pool, Person person, StatedBackpay stated, List<StatedService> services, List<Violation> wrong) {

    /**
     * Refuses it if anything is wrong.
     *
     * @throws ProblemException INVALID_INPUT naming every field that is wrong
     */
    void require() {
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }
}
