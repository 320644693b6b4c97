package org.yiban.crash;

/** The application dies as soon as each step was taken. */
class CrashAfterIT extends RefundCrashes {

    CrashAfterIT() {
        super("after");
    }
}
