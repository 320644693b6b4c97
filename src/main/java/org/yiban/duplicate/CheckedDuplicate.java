package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.List;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.person.Person;
import org.yiban.region.RegionCode;

/**
 * Two relations as they were checked against the record.
 *
 * @param person {@code null} if anything is wrong
 * @param first the relation in the pool; likewise
 * @param second the other one; likewise
 * @param wrong what is wrong; empty if nothing is
 */
public record CheckedDuplicate(
        RegionCode pool, LocalDate foundOn, Person person, Relation first, Relation second, List<Violation> wrong) {

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
