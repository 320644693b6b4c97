package org.yiban.walks;

import java.io.Serializable;

/**
 * A step of a random walk.
 *
 * @param choice which case, task, person or behaviour, counted round those that there are, and in its tens how it is decided
 * @param killAfter after how many milliseconds the sessions of the database that are in a transaction are killed; none if
 *     negative
 */
record Move(Act act, int choice, int killAfter) implements Serializable {

    /** Into how many manners a choice is divided. */
    static final int MANNERS = 10;
    /** The largest choice. */
    static final int MOST = 999;

    /** What is done. */
    enum Act {
        /** Somebody asks for a payment back, perhaps again. */
        REGISTER,
        /** Somebody does what is open in a case or in the batch of its order. */
        WORK,
        /** A reviewer or approver sends back, or refuses a batch. */
        SEND_BACK,
        /** The applicant withdraws. */
        WITHDRAW,
        /** Somebody objects to a decision. */
        OBJECT,
        /** Finance draws up a batch of the open orders of a pool. */
        DRAW_UP,
        /** Messages leave, partners answer, answers are heard, results are applied. */
        EXCHANGE,
        /** Finance uploads what a treasury that is not connected says, perhaps again, perhaps otherwise. */
        UPLOAD,
        /** Finance records what came in of the rest of a personal account. */
        COLLECT,
        /** A term ends. */
        TIME,
        /** Treasury, or the tax bureau, behaves otherwise from now on. */
        BEHAVE
    }

    boolean kills() {
        return killAfter >= 0;
    }
}
