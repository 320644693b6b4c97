package org.yiban.refund;

import java.util.List;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violation;
import org.yiban.ledger.Payee;
import org.yiban.person.Person;
import org.yiban.refund.facts.RefundClaim;

/**
 * An application as it was checked. What is wrong with it can be put right by the applicant; that its months are taken
 * cannot.
 *
 * @param claim what is claimed back; {@code null} if anything is wrong
 * @param person the insured person; likewise
 * @param payee who is to be paid; likewise
 * @param wrong what is wrong with the application
 * @param taken that its months are refunded or claimed already; {@code null} if they are not
 */
public record CheckedRefund(
        RefundApplication application,
        RefundClaim claim,
        Person person,
        Payee payee,
        PayeeRole payeeIs,
        List<Violation> wrong,
        Violation taken) {

    /** All that stands against it; empty if it can be registered. */
    public List<Violation> violations() {
        return taken == null ? wrong : List.of(taken);
    }

    /**
     * Refuses it if anything stands against it.
     *
     * @throws ProblemException INVALID_INPUT naming every field that is wrong, or CONFLICT naming the months
     */
    void require() {
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        if (taken != null) {
            throw ProblemException.of(ProblemKind.CONFLICT, taken.field(), taken.value(), taken.message());
        }
    }

    /** Never prints identity or account numbers. */
    @Override
    public String toString() {
        return "CheckedRefund[" + application + ", " + violations() + "]";
    }
}
