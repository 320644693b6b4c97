package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;

/**
 * What came in for a gap in years, as one receipt.
 *
 * @param id our number for it
 * @param orderKey key of the collection order
 * @param receipt number of the receipt, as whoever says so states it
 * @param amount yuan
 * @param payment receipt number of the payment on record; {@code null} until it stands there
 * @param why why some of it goes back; {@code null} if nothing does
 * @param goingBack what of it goes back, yuan
 * @param refundCase the refund by which it does; {@code null} unless one does
 * @param note how it went back otherwise
 * @param settled whether it has gone back
 */
public record BackpayReceipt(
        long id,
        CaseNumber caseNumber,
        String orderKey,
        String receipt,
        BigDecimal amount,
        LocalDate receivedOn,
        String payment,
        Why why,
        BigDecimal goingBack,
        CaseNumber refundCase,
        String note,
        boolean settled) {

    /** Why money that came in goes back. */
    public enum Why {
        TWICE("重复缴款"),
        LATE("价格失效以后才到账"),
        GIVEN_UP("不再一次性补缴"),
        SURPLUS("多缴"),
        DEATH("待遇开始前死亡");

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

        /** Chinese name. */
        public String title() {
            return title;
        }
    }

    /** What of it stays, yuan. */
    BigDecimal staying() {
        return amount.subtract(goingBack);
    }

    /** Under what it stands among the receipts that close nothing. */
    String ledgerReference() {
        return UnassignedReceipts.reference(orderKey, receipt);
    }

    /** Receipt number of its payment on record. */
    String paymentReference() {
        return caseNumber + "-" + id;
    }

    /** Receipt number of the payment on record of what goes back: its own, unless the whole stood there before. */
    String returnReference() {
        return payment == null ? caseNumber + "-" + id + "T" : payment;
    }
}
