package org.yiban.refund;

/**
 * What the process goes on by once the refund is counted.
 *
 * @param nothing nothing is given back after all
 * @param relationEnds the enrolment ends with it
 * @param accountToRecover the personal account gives something back first
 */
public record RefundResult(boolean nothing, boolean relationEnds, boolean accountToRecover) {

    static RefundResult of(Refund refund) {
        RefundRuling ruling = refund.ruling();
        return new RefundResult(
                refund.stopReason() != null,
                ruling.relationEnds(),
                ruling.counted() && refund.rest().signum() > 0);
    }
}
