package org.yiban.payment;

import org.yiban.payment.files.PaymentFormat;

/**
 * A file of a batch by its digest.
 *
 * @param sha256 hexadecimal, of the file in clear
 */
public record FileDigest(PaymentFormat format, String title, String sha256) {}
