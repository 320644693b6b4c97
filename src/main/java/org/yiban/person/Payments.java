package org.yiban.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/**
 * What was paid in for people: with {@link People} part of the port to the core system 核心业务系统. A payment on record never
 * changes; that it was given back is no matter of this record.
 */
public interface Payments {

    /** The payment of a receipt number, in any pool. */
    Optional<Payment> find(String reference);

    /** The payments of receipt numbers by number, in one go; numbers that no payment has are absent. */
    Map<String, Payment> find(Collection<String> references);

    /** @throws ProblemException NOT_FOUND if there is no such payment */
    Payment require(long id);

    /**
     * Puts a payment on record; the same once more is the payment that is on record.
     *
     * @throws ProblemException CONFLICT if its receipt number stands for another payment
     */
    Payment record(NewPayment payment);

    /** What was paid for a person in a pool, by day. */
    List<Payment> of(long personId, RegionCode pool);

    /** What was paid for people in any pool, by person and day, in one go; people nothing was paid for are absent. */
    Map<Long, List<Payment>> ofAll(Collection<Long> personIds);
}
