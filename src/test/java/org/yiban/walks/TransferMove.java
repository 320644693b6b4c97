package org.yiban.walks;

import java.io.Serializable;

/**
 * A step of a random walk over transfers.
 *
 * @param choice which case, task or behaviour, counted round those that there are, and in its tens how it is decided
 */
record TransferMove(Act act, int choice) implements Serializable {

    /** What is done. */
    enum Act {
        /** Somebody applies, or applies again. */
        REGISTER,
        /** Somebody does what is open, in any of the ways in which it may be done. */
        WORK,
        /** Somebody does what is open as it usually is. */
        WORK_AS_USUAL,
        /** The applicant withdraws. */
        WITHDRAW,
        /** The person is found to have died. */
        DIE,
        /** Somebody objects to a decision. */
        OBJECT,
        /** A supervisor opens a closed case again. */
        REOPEN,
        /** A transfer turns out to be wrong once it is completed: a case corrects it. */
        CORRECT,
        /** The agency elsewhere sends its information table on paper, and no message from now on. */
        PAPER,
        /** The treasury pays a balance that follows its owner or goes back, or returns it. */
        PAY,
        /** Messages leave, partners answer, answers are heard. */
        EXCHANGE,
        /** A term ends. */
        TIME,
        /** A case is late: its deadline passes, and its supervisors look after it. */
        LATE,
        /** Money that was asked for comes in, in full, in part, late, twice or not at all. */
        COLLECT,
        /** The agency elsewhere behaves otherwise from now on. */
        BEHAVE
    }

    /** How something is decided, 0 to 9, whatever it is decided about. */
    int manner() {
        return choice / Move.MANNERS % Move.MANNERS;
    }
}
