package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.ledger.UnassignedReceipts;

/** Hears what becomes of the money that an employer was asked for, and sees to it that what is not owed goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HearingOfMoney {

    private final ArrearsRecords records;
    private final ArrearsMoneyRecords money;
    private final UnassignedReceipts unassigned;
    private final Objections objections;
    private final Cases cases;
    private final ArrearsProcess process;
    private final BusinessTime time;

    HearingOfMoney(
            ArrearsRecords records,
            ArrearsMoneyRecords money,
            UnassignedReceipts unassigned,
            Objections objections,
            Cases cases,
            ArrearsProcess process,
            BusinessTime time) {
        this.records = records;
        this.money = money;
        this.unassigned = unassigned;
        this.objections = objections;
        this.cases = cases;
        this.process = process;
        this.time = time;
    }

    /**
     * The process goes on, if it waits: where it ended the waiting itself, it knows; where an objection is looked at, it goes
     * on when that is decided.
     */
    @EventListener
    void on(CollectionSettled settled) {
        if (!ArrearsCase.isOrderKey(settled.key())) {
            return;
        }
        cases.lock(settled.caseNumber());
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
        if (!objections.open(found.number()) && !process.settled(found.number(), found.pool())) {
            throw new IllegalStateException("case " + found.number() + " does not wait for " + settled.key());
        }
    }

    /**
     * Money once more, after nobody waited any longer, or beyond what was asked for. What comes late while the case is still
     * to be paid and nothing else is ordered counts towards what is owed; what comes after all is paid, or nothing is
     * collected any more, goes back.
     */
    @EventListener
    void on(ReceiptUnassigned said) {
        if (!ArrearsCase.isOrderKey(said.key())) {
            return;
        }
        ArrearsCase found = records.require(said.caseNumber());
        boolean owed = said.why() == ReceiptUnassigned.Why.LATE
                && !found.waiting()
                && found.stopReason() == null
                && !found.paid();
        ArrearsMoney came = new ArrearsMoney(
                0,
                found.number(),
                ArrearsMoney.Why.of(said.why()),
                said.amount(),
                said.receipt(),
                said.receivedOn(),
                !owed,
                UnassignedReceipts.reference(said.key(), said.receipt()),
                null);
        if (owed) {
            money.add(came).ifPresent(id -> {
                unassigned.count(came.number(), came.reference());
                records.received(came.number(), came.amount(), came.receivedOn());
                cases.note(
                        came.number(),
                        "arrearsMoneyCounted",
                        null,
                        came.why().title() + " " + came.amount() + " 元（凭证 " + came.receipt() + "），计入补缴",
                        null);
            });
        } else {
            goesBack(found, came);
        }
    }

    /** Everything that came in goes back. */
    void all(ArrearsCase found) {
        if (found.received().signum() > 0) {
            release(found, ArrearsMoney.Why.STOPPED, found.received(), "本案已收全部款项" + round(found));
        }
    }

    /** What came in beyond what is owed goes back. */
    void surplus(ArrearsCase found, BigDecimal amount) {
        release(found, ArrearsMoney.Why.SURPLUS, amount, "本案已收款项" + round(found));
    }

    /** Tells apart what goes back after each objection. */
    private String round(ArrearsCase found) {
        int round = objections.of(found.number()).size();
        return round == 0 ? "" : "，第 " + round + " 次异议以后";
    }

    /** What came in as contributions closes nothing after all. */
    private void release(ArrearsCase found, ArrearsMoney.Why why, BigDecimal amount, String what) {
        LocalDate day = found.receivedOn() == null ? time.today() : found.receivedOn();
        String reference = found.number() + "/arrears " + what;
        unassigned.release(found.number(), found.pool(), reference, amount, day);
        records.givenBack(found.number(), amount);
        goesBack(found, new ArrearsMoney(0, found.number(), why, amount, what, day, true, reference, null));
    }

    private void goesBack(ArrearsCase found, ArrearsMoney returned) {
        money.add(returned).ifPresent(id -> {
            cases.note(
                    found.number(),
                    "arrearsMoneyToReturn",
                    null,
                    returned.why().title() + "的款项 " + returned.amount() + " 元（" + returned.receipt() + "）转财务退还单位",
                    null);
            process.returnMoney(found.number(), found.pool(), id);
        });
    }
}
