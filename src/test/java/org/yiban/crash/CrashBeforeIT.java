package org.yiban.crash;

/** The application dies just before each step is taken. */
class CrashBeforeIT extends RefundCrashes {

    CrashBeforeIT() {
        super("before");
    }
}
