package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionContradicted;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.CollectionState;

/** Hears what becomes of the money that an employer was asked for, and sees to it that what is not owed goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HearingOfMoney {

    private final ArrearsRecords records;
    private final ArrearsMoneyRecords money;
    private final CollectionOrders collections;
    private final Cases cases;
    private final ArrearsProcess process;
    private final BusinessTime time;

    HearingOfMoney(
            ArrearsRecords records,
            ArrearsMoneyRecords money,
            CollectionOrders collections,
            Cases cases,
            ArrearsProcess process,
            BusinessTime time) {
        this.records = records;
        this.money = money;
        this.collections = collections;
        this.cases = cases;
        this.process = process;
        this.time = time;
    }

    /** The process goes on, if it waits: where it ended the waiting itself, it knows. */
    @EventListener
    void on(CollectionSettled settled) {
        if (!ArrearsCase.isOrderKey(settled.key())) {
            return;
        }
        ArrearsCase found = records.require(settled.caseNumber());
        if (!found.waiting()) {
            return;
        }
        records.waitsNoMore(found.number());
        cases.note(
                found.number(),
                "arrearsSettled",
                null,
                "税务回报：" + settled.state().title()
                        + (settled.amount().signum() > 0 ? "，收到 " + settled.amount() + " 元" : ""),
                null);
        if (!process.settled(found.number(), found.pool())) {
            throw new IllegalStateException("case " + found.number() + " does not wait for " + settled.key());
        }
    }

    /**
     * Money once more, or after nobody waited any longer. What comes late while the case is open and nothing else is ordered
     * counts towards what is owed; anything else goes back.
     */
    @EventListener
    void on(CollectionContradicted said) {
        if (!ArrearsCase.isOrderKey(said.key())) {
            return;
        }
        ArrearsCase found = records.require(said.caseNumber());
        CollectionOrder order = collections.require(said.key());
        boolean late = order.state() == CollectionState.EXPIRED;
        boolean owed = late
                && !found.waiting()
                && found.stopReason() == null
                && cases.require(found.number()).state() == CaseState.OPEN;
        ArrearsMoney.Why why = late ? ArrearsMoney.Why.LATE : ArrearsMoney.Why.TWICE;
        if (owed) {
            money.add(new ArrearsMoney(
                            0, found.number(), why, said.amount(), said.receipt(), said.receivedOn(), false, null))
                    .ifPresent(id -> {
                        records.received(found.number(), said.amount(), said.receivedOn());
                        cases.note(
                                found.number(),
                                "arrearsMoneyCounted",
                                null,
                                why.title() + " " + said.amount() + " 元（凭证 " + said.receipt() + "），计入补缴",
                                null);
                    });
        } else {
            goesBack(found, why, said.amount(), said.receipt(), said.receivedOn());
        }
    }

    /** Everything that came in goes back. */
    void all(ArrearsCase found) {
        if (found.received().signum() > 0) {
            goesBack(found, ArrearsMoney.Why.STOPPED, found.received(), "本案已收全部款项", found.receivedOn());
        }
    }

    /** What came in beyond what is owed goes back. */
    void surplus(ArrearsCase found, BigDecimal amount) {
        goesBack(found, ArrearsMoney.Why.SURPLUS, amount, "本案已收款项", found.receivedOn());
    }

    private void goesBack(
            ArrearsCase found, ArrearsMoney.Why why, BigDecimal amount, String receipt, LocalDate receivedOn) {
        LocalDate day = receivedOn == null ? time.today() : receivedOn;
        money.add(new ArrearsMoney(0, found.number(), why, amount, receipt, day, true, null))
                .ifPresent(id -> {
                    cases.note(
                            found.number(),
                            "arrearsMoneyToReturn",
                            null,
                            why.title() + "的款项 " + amount + " 元（" + receipt + "）转财务退还单位",
                            null);
                    process.returnMoney(found.number(), found.pool(), id);
                });
    }
}
