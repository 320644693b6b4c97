package org.yiban.payment.files;

/** The formats of result files. */
public enum ResultFormat {
    /** ISO 20022 customer payment status report, pain.002.001.10. */
    PAIN002,
    /** Comma-separated values with a closing row of totals. */
    CSV
}
