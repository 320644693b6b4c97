package org.yiban.ledger;

/**
 * What is known of a payment that left.
 *
 * @param state {@code PAID}, {@code REJECTED} or {@code UNKNOWN}
 * @param reason why it came back or is not known, in Chinese; {@code null} if it was paid
 * @param source where that is known from: a result file, or the evidence that a person names
 * @param by user id; {@code null} for the system
 * @param afterPayment whether the payment had arrived before it came back (退汇)
 */
public record Settlement(OrderState state, String reason, String source, String by, boolean afterPayment) {

    public Settlement {
        if (state != OrderState.PAID && state != OrderState.REJECTED && state != OrderState.UNKNOWN) {
            throw new IllegalArgumentException("a payment is not settled as " + state);
        }
        if (afterPayment && state != OrderState.REJECTED) {
            throw new IllegalArgumentException("what comes back after payment is rejected, not " + state);
        }
    }

    /** What became of a payment that had not arrived before. */
    public Settlement(OrderState state, String reason, String source, String by) {
        this(state, reason, source, by, false);
    }

    /** What the ledger made of it. */
    public enum Effect {
        /** The order stands as stated from now on. */
        SETTLED,
        /** The order stood so already. */
        REPEATED,
        /** The order stands otherwise and stays so: a finding of the reconciliation. */
        CONTRADICTED,
        /** Nothing was done: people are working on the case. */
        LATER
    }
}
