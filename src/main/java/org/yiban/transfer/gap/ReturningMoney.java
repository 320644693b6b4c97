package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;

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
            begin(
                    records.require(said.caseNumber()),
                    GapMoney.Why.of(said.why()),
                    new Receipt(said.key(), said.amount(), said.receipt(), said.receivedOn()));
        }
    }

    /** Everything that came in for a gap since it was last decided anew goes back. */
    void all(BenefitGap gap, GapMoney.Why why) {
        collections.of(gap.caseNumber()).stream()
                .filter(order -> gap.ordered(order.key()) && order.collected().signum() > 0)
                .forEach(order -> {
                    unassigned.release(
                            gap.caseNumber(),
                            gap.pool(),
                            UnassignedReceipts.reference(order.key(), order.receipt()),
                            order.collected(),
                            order.receivedOn());
                    begin(gap, why, new Receipt(order.key(), order.collected(), order.receipt(), order.receivedOn()));
                });
    }

    private void begin(BenefitGap gap, GapMoney.Why why, Receipt receipt) {
        money.add(gap.caseNumber(), receipt.orderKey(), why, receipt.amount(), receipt.number(), receipt.receivedOn())
                .ifPresent(id -> {
                    String reference = recording.goesBack(gap, id, receipt.amount(), receipt.receivedOn());
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

    private record Receipt(String orderKey, BigDecimal amount, String number, LocalDate receivedOn) {}
}
