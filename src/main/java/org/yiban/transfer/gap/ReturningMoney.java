package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.LongFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.transfer.TransferEnded;

/** Hears what becomes of the money that was ordered for a gap, and sees to it that what closes none goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturningMoney {

    private final GapRecords records;
    private final GapMoneyRecords money;
    private final CollectionOrders collections;
    private final UnassignedReceipts unassigned;
    private final RecordingGaps recording;
    private final Cases cases;
    private final GapProcess process;

    ReturningMoney(
            GapRecords records,
            GapMoneyRecords money,
            CollectionOrders collections,
            UnassignedReceipts unassigned,
            RecordingGaps recording,
            Cases cases,
            GapProcess process) {
        this.records = records;
        this.money = money;
        this.collections = collections;
        this.unassigned = unassigned;
        this.recording = recording;
        this.cases = cases;
        this.process = process;
    }

    /** The process goes on, if it waits: where it ended the waiting itself, it knows. */
    @EventListener
    void on(CollectionSettled settled) {
        if (!BenefitGap.isOrderKey(settled.key())) {
            return;
        }
        BenefitGap gap = records.require(settled.caseNumber());
        if (!gap.waiting()) {
            return;
        }
        records.waitsNoMore(gap.caseNumber());
        cases.note(
                gap.caseNumber(),
                "gapPaymentSettled",
                null,
                "税务回报补缴结果：" + settled.state().title()
                        + (settled.amount().signum() > 0 ? "，收到 " + settled.amount() + " 元" : ""),
                null);
        if (!process.paymentSettled(gap.caseNumber(), gap.pool())) {
            throw new IllegalStateException("case " + gap.caseNumber() + " does not wait for " + settled.key());
        }
    }

    /** Money once more, after nobody waited any longer, or beyond what was asked for: it goes back. */
    @EventListener
    void on(ReceiptUnassigned said) {
        if (BenefitGap.isOrderKey(said.key())) {
            BenefitGap gap = records.require(said.caseNumber());
            Receipt receipt = new Receipt(said.key(), said.amount(), said.receipt(), said.receivedOn());
            begin(gap, GapMoney.Why.of(said.why()), receipt, anew(gap, receipt));
        }
    }

    /** The transfer ended otherwise than by its completion: what was paid for its gap before is given back too. */
    @EventListener
    void on(TransferEnded ended) {
        if (ended.state() != CaseState.COMPLETED) {
            records.find(ended.caseNumber())
                    .ifPresent(gap -> recording.takenBack(gap).forEach(order -> {
                        records.ended(gap.caseNumber(), GapOutcome.ABANDONED);
                        goBack(gap, GapMoney.Why.UNEXPECTED, order, id -> RecordingGaps.reference(order));
                    }));
        }
    }

    /** Everything that came in for a gap since it was last decided anew goes back. */
    void all(BenefitGap gap, GapMoney.Why why) {
        collections.of(gap.caseNumber()).stream()
                .filter(order -> gap.ordered(order.key()) && order.collected().signum() > 0)
                .forEach(order -> goBack(gap, why, order, anew(gap, Receipt.of(order))));
    }

    /** Puts money on record that is not there yet. */
    private LongFunction<String> anew(BenefitGap gap, Receipt receipt) {
        return id -> recording.goesBack(gap, id, receipt.amount(), receipt.receivedOn());
    }

    private void goBack(BenefitGap gap, GapMoney.Why why, CollectionOrder order, LongFunction<String> onRecord) {
        unassigned.release(
                gap.caseNumber(),
                gap.pool(),
                UnassignedReceipts.reference(order.key(), order.receipt()),
                order.collected(),
                order.receivedOn());
        begin(gap, why, Receipt.of(order), onRecord);
    }

    /** @param onRecord the receipt number under which the money of our own number stands on record */
    private void begin(BenefitGap gap, GapMoney.Why why, Receipt receipt, LongFunction<String> onRecord) {
        money.add(gap.caseNumber(), receipt.orderKey(), why, receipt.amount(), receipt.number(), receipt.receivedOn())
                .ifPresent(id -> {
                    String reference = onRecord.apply(id);
                    cases.note(
                            gap.caseNumber(),
                            "gapMoneyToReturn",
                            null,
                            why.title() + "的补缴款 " + receipt.amount() + " 元（凭证 " + receipt.number()
                                    + "）转财务退还；登记退费的，缴费凭证号写 " + reference,
                            null);
                    process.returnMoney(gap.caseNumber(), gap.pool(), id);
                });
    }

    private record Receipt(String orderKey, BigDecimal amount, String number, LocalDate receivedOn) {

        static Receipt of(CollectionOrder order) {
            return new Receipt(order.key(), order.collected(), order.receipt(), order.receivedOn());
        }
    }
}
