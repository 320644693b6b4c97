package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;

/**
 * Money that came for a gap and closes none: it goes back to whoever paid it.
 *
 * @param orderKey the collection order it was paid for
 * @param amount yuan
 * @param receipt number of the receipt
 * @param refundCase the refund by which it goes back; {@code null} as long as it is not settled, or if it went back
 *     otherwise
 * @param note how it went back otherwise; {@code null} as above
 */
public record GapMoney(
        long id,
        CaseNumber caseNumber,
        String orderKey,
        Why why,
        BigDecimal amount,
        String receipt,
        LocalDate receivedOn,
        String refundCase,
        String note) {

    /** Why it closes no gap. */
    public enum Why {
        TWICE("重复缴纳"),
        LATE("逾期到账，不能算作按期补缴"),
        PARTLY("没有缴足，不再补缴"),
        SURPLUS("多缴"),
        UNEXPECTED("转移没有办成");

        private final String title;

        Why(String title) {
            this.title = title;
        }

        /** Why a receipt goes back that closes no order. */
        static Why of(ReceiptUnassigned.Why why) {
            return switch (why) {
                case LATE -> LATE;
                case TWICE -> TWICE;
                case SURPLUS -> SURPLUS;
            };
        }

        /** In Chinese. */
        public String title() {
            return title;
        }
    }

    /** Under what it stands among the receipts that close nothing. */
    String ledgerReference() {
        return UnassignedReceipts.reference(orderKey, receipt);
    }

    /** Whether it is known how it went back. */
    public boolean settled() {
        return refundCase != null || note != null;
    }
}
