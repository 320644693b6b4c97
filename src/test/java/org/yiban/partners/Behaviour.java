package org.yiban.partners;

/** How a simulated partner takes the next messages. */
public enum Behaviour {
    /** Takes them and answers at once. */
    ANSWER,
    /** Takes them and keeps its answers back until it is told to let them go, or the delay is over. */
    LATE,
    /** Says everything twice, in the same words. */
    TWICE,
    /** Answers before it says that it has taken the message, and the last thing first. */
    EARLY,
    /** Takes them and never answers. */
    NEVER,
    /** Takes them and answers that nothing can be paid. */
    REJECT,
    /** Takes them, pays, and then says that the payee's bank returned it all. */
    RETURN,
    /** Treasury: pays, and answers that it does not know what became of it. */
    UNSURE,
    /** Answers with totals that do not add up. */
    WRONG_TOTALS,
    /** Answers about something that it was never asked. */
    UNKNOWN_ORDER,
    /** Asks about what it gets the first time, before it answers. */
    QUESTION,
    /** Answers with a document whose digest is not its own. */
    WRONG_DIGEST,
    /** Answers about somebody else. */
    WRONG_PERSON,
    /** Answers with what does not have the form agreed upon. */
    INVALID,
    /** Signs its answers with a key that nobody knows. */
    WRONG_SIGNATURE,
    /** Answers, and then says the opposite under the same key. */
    CONTRADICT,
    /** Says at the door that it will never take them. */
    REFUSE,
    /** Says at the door that it is busy. */
    BUSY,
    /** Does not say anything at the door for longer than anybody waits. */
    SLOW
}
