package org.yiban.policy.feel;

/** What a test says of a value. */
public enum Verdict {
    PASS,
    FAIL,
    /** The value is of a kind for which this reading is not proved equal to FEEL: FEEL itself must be asked. */
    UNPROVEN;

    static Verdict of(boolean passes) {
        return passes ? PASS : FAIL;
    }
}
