package org.yiban.walks;

import java.io.Serializable;

/**
 * A step of a random walk over retirements, their plans, and employers' arrears.
 *
 * @param choice which case, task or order, counted round those that there are, and in its tens how it is decided
 */
record BackpayMove(Act act, int choice) implements Serializable {

    /** What is done. */
    enum Act {
        /** Somebody asks to retire insured, perhaps again. */
        REGISTER,
        /** Months that an employer did not pay are registered. */
        REGISTER_ARREARS,
        /** Somebody does what is open, in any of the ways in which it may be done. */
        WORK,
        /** Somebody does what is open as it usually is. */
        WORK_AS_USUAL,
        /** The tax bureau says what became of an order: paid, in part, late, never, twice, otherwise than before. */
        TAX_BUREAU,
        /** Months of somebody come to stand on record. */
        MONTHS,
        /** The applicant withdraws. */
        WITHDRAW,
        /** Somebody has died: staff learn of it, or the record says so. */
        DIE,
        /** Somebody objects to a decision: who retires, or an employer, before or after paying. */
        OBJECT,
        /** Somebody gives up their plan. */
        END_PLAN,
        /** A term ends. */
        TIME
    }

    /** How something is decided, 0 to 9, whatever it is decided about. */
    int manner() {
        return choice / Move.MANNERS % Move.MANNERS;
    }
}
