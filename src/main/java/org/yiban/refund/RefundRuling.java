package org.yiban.refund;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What is given back by the decisions of a case.
 *
 * @param scope as the decision contract has it
 * @param basis the provisions that decide, joined with {@code ;}
 * @param relationEnds whether the enrolment ends with it
 * @param from first month that is given back; {@code null} if none is
 * @param to last month that is given back; {@code null} if none is
 * @param amount yuan; {@code null} as long as facts are open on which it depends
 * @param clawback to be recovered from the personal account first, yuan; likewise
 */
record RefundRuling(
        String scope,
        String basis,
        boolean relationEnds,
        YearMonth from,
        YearMonth to,
        BigDecimal amount,
        BigDecimal clawback) {

    /** The same, but the enrolment does not end. */
    RefundRuling relationStaying() {
        return new RefundRuling(scope, basis, false, from, to, amount, clawback);
    }

    /** Whether the amount is known. */
    boolean counted() {
        return amount != null;
    }

    /** Whether it is known that no money is given back. */
    boolean nothing() {
        return counted() && (amount.signum() == 0 || from == null);
    }
}
