package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.ReceiptUnassigned;

/**
 * Money that came otherwise than ordered.
 *
 * @param toReturn whether it goes back to the employer; else it counts towards what is owed
 * @param reference under which it stands among the receipts that close nothing
 * @param note how it went back; {@code null} until it did
 */
record ArrearsMoney(
        long id,
        CaseNumber number,
        Why why,
        BigDecimal amount,
        String receipt,
        LocalDate receivedOn,
        boolean toReturn,
        String reference,
        String note) {

    /** What is the matter with it. */
    enum Why {
        LATE("缴费日过后到账"),
        TWICE("重复到账"),
        STOPPED("不再补缴"),
        SURPLUS("多缴");

        private final String title;

        Why(String title) {
            this.title = title;
        }

        /** What is the matter with a receipt that closes no order. */
        static Why of(ReceiptUnassigned.Why why) {
            return switch (why) {
                case LATE -> LATE;
                case TWICE -> TWICE;
                case SURPLUS -> SURPLUS;
            };
        }

        /** In Chinese. */
        String title() {
            return title;
        }
    }
}
