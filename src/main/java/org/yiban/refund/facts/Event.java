package org.yiban.refund.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import org.yiban.person.Enrolment;

/**
 * What happened that a payment is claimed back for.
 *
 * @param on the day; {@code null} if it is not known
 * @param month first month that is given back for it, or the month of the death; {@code null} if it is not known
 * @param until last such month; {@code null} if it has no end, or none is known
 * @param source where it stands, in Chinese
 * @param newEnrolment the employer's enrolment whose benefits count instead of the payment's; {@code null} if the payment's
 *     count
 */
record Event(LocalDate on, YearMonth month, YearMonth until, String source, Enrolment newEnrolment) {

    static Event onDay(LocalDate on, String source) {
        return new Event(on, YearMonth.from(on), null, source, null);
    }

    static Event unknown(String source) {
        return new Event(null, null, null, source, null);
    }
}
