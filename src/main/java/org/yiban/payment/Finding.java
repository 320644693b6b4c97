package org.yiban.payment;

import java.math.BigDecimal;

/**
 * Something that does not fit.
 *
 * @param title Chinese name of its kind
 * @param subject number of the batch, key of the order, or name of the file that it concerns
 * @param batch number of the batch; {@code null} if it concerns none
 * @param amount yuan; {@code null} if it concerns none
 * @param text what does not fit, in Chinese
 * @param remedy what is to be done about it, in Chinese
 */
public record Finding(
        FindingKind kind, String title, String subject, String batch, BigDecimal amount, String text, String remedy) {

    static Finding of(FindingKind kind, String subject, String batch, BigDecimal amount, String text) {
        return new Finding(kind, kind.title(), subject, batch, amount, text, kind.remedy());
    }
}
