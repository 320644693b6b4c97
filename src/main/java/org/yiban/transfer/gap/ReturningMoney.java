package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.ledger.CollectionContradicted;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.CollectionState;

/** Hears what becomes of the money that was ordered for a gap, and sees to it that what closes none goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturningMoney {

    private final GapRecords records;
    private final GapMoneyRecords money;
    private final CollectionOrders collections;
    private final Cases cases;
    private final GapProcess process;

    ReturningMoney(
            GapRecords records, GapMoneyRecords money, CollectionOrders collections, Cases cases, GapProcess process) {
        this.records = records;
        this.money = money;
        this.collections = collections;
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

    /** Money once more, or after nobody waited any longer. */
    @EventListener
    void on(CollectionContradicted said) {
        if (!BenefitGap.isOrderKey(said.key())) {
            return;
        }
        CollectionOrder order = collections.require(said.key());
        boolean nothingBefore = order.state() == CollectionState.EXPIRED;
        begin(
                records.require(said.caseNumber()),
                nothingBefore ? GapMoney.Why.LATE : GapMoney.Why.TWICE,
                new Receipt(said.key(), said.amount(), said.receipt(), said.receivedOn()));
    }

    /** Everything that came in for a gap goes back. */
    void all(BenefitGap gap, GapMoney.Why why) {
        collections.of(gap.caseNumber()).stream()
                .filter(order ->
                        BenefitGap.isOrderKey(order.key()) && order.collected().signum() > 0)
                .forEach(order -> begin(
                        gap, why, new Receipt(order.key(), order.collected(), order.receipt(), order.receivedOn())));
    }

    private void begin(BenefitGap gap, GapMoney.Why why, Receipt receipt) {
        money.add(gap.caseNumber(), receipt.orderKey(), why, receipt.amount(), receipt.number(), receipt.receivedOn())
                .ifPresent(id -> {
                    cases.note(
                            gap.caseNumber(),
                            "gapMoneyToReturn",
                            null,
                            why.title() + "的补缴款 " + receipt.amount() + " 元（凭证 " + receipt.number() + "）转财务退还",
                            null);
                    process.returnMoney(gap.caseNumber(), gap.pool(), id);
                });
    }

    private record Receipt(String orderKey, BigDecimal amount, String number, LocalDate receivedOn) {}
}
