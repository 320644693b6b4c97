package org.yiban.walks;

/**
 * A step of a random walk.
 *
 * @param choice which case, order or behaviour, counted round those that there are
 * @param killAfter after how many milliseconds the sessions of the database that are in a transaction are killed; none if
 *     negative
 */
record Move(Act act, int choice, int killAfter) {

    /** What is done. */
    enum Act {
        /** Somebody asks for a payment back, perhaps again. */
        REGISTER,
        /** Somebody does what is open in a case or in the batch of its order. */
        WORK,
        /** An approver sends back, or refuses a batch. */
        SEND_BACK,
        /** The applicant withdraws. */
        WITHDRAW,
        /** Finance draws up a batch of the open orders. */
        DRAW_UP,
        /** Messages leave, partners answer, answers are heard, results are applied. */
        EXCHANGE,
        /** Treasury behaves otherwise from now on. */
        BEHAVE
    }
}
