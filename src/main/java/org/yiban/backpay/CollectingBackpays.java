package org.yiban.backpay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionSettled;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.ReceiptUnassigned;
import org.yiban.workflow.CaseTasks;

/** The money for a gap in years: ordered, awaited, and what comes of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CollectingBackpays {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final int CENTS = 2;

    private final BackpayRecords records;
    private final BackpayReceipts receipts;
    private final BackpaySettings settings;
    private final BackpayLetters letters;
    private final BackpayClocks clocks;
    private final ReturningBackpays returning;
    private final CollectionOrders collections;
    private final Cases cases;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayProcess process;
    private final BusinessTime time;

    CollectingBackpays(
            BackpayRecords records,
            BackpayReceipts receipts,
            BackpaySettings settings,
            BackpayLetters letters,
            BackpayClocks clocks,
            ReturningBackpays returning,
            CollectionOrders collections,
            Cases cases,
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayProcess process,
            BusinessTime time) {
        this.records = records;
        this.receipts = receipts;
        this.settings = settings;
        this.letters = letters;
        this.clocks = clocks;
        this.returning = returning;
        this.collections = collections;
        this.cases = cases;
        this.tasks = tasks;
        this.engine = engine;
        this.process = process;
        this.time = time;
    }

    /**
     * Orders the next instalment, or what is still to come in, and tells the applicant.
     *
     * @return when nobody waits for it any more
     */
    public ZonedDateTime order(CaseNumber number) {
        Backpay backpay = records.require(number);
        BackpayChoice choice = backpay.choice();
        BigDecimal amount = instalment(choice).min(backpay.rest());
        collections.order(
                backpay.nextOrderKey(),
                CollectionPurpose.CONTRIBUTION,
                number,
                backpay.pool(),
                backpay.personId(),
                amount,
                choice.lastDay());
        records.ordered(number);
        letters.payment(backpay, amount);
        clocks.awaitPayment(number, choice.lastDay());
        cases.note(number, "backpayOrdered", null, "开具补缴单 " + amount + " 元，最后一日 " + choice.lastDay(), null);
        return settings.reportEnds(backpay.pool(), choice.lastDay());
    }

    private static BigDecimal instalment(BackpayChoice choice) {
        return choice.amount().divide(BigDecimal.valueOf(choice.instalments()), CENTS, RoundingMode.UP);
    }

    /** Nobody said what became of the money, and nobody waits any more. */
    public void expire(CaseNumber number) {
        giveUpWaiting(records.require(number));
        cases.note(number, "backpayExpired", null, "最后一日已过，税务没有回报到账，按未缴办理", null);
    }

    /** Waits no more for the last order; what comes for it afterwards goes back. */
    void giveUpWaiting(Backpay backpay) {
        if (backpay.waiting()) {
            records.waitsNoMore(backpay.caseNumber());
            collections.settle(backpay.orderKey(), CollectionState.EXPIRED, NOTHING, null, null);
        }
    }

    /** Records what came in of the last order. */
    public Assessed assess(CaseNumber number) {
        Backpay before = records.require(number);
        CollectionOrder order = collections.require(before.orderKey());
        clocks.resume(number, "缴款已有结果");
        boolean late = false;
        if (order.collected().signum() > 0) {
            receipts.add(number, order.key(), order.receipt(), order.collected(), order.receivedOn());
            records.received(number, before.received().add(order.collected()), order.receivedOn());
            late = order.receivedOn().isAfter(before.choice().lastDay());
        }
        Backpay backpay = records.require(number);
        boolean whole = backpay.rest().signum() <= 0;
        boolean passed = late || backpay.choice().lastDay().isBefore(time.today());
        boolean expired = late || !whole && (passed || order.collected().signum() == 0);
        if (expired) {
            cases.note(number, "quoteExpired", null, late ? "到账时价格已失效，重新核算；已收的款项计入" : "价格已失效，重新核算", null);
        }
        boolean partly = !expired && !whole && order.state() == CollectionState.PARTLY;
        return new Assessed(expired, partly, !expired && !whole && !partly);
    }

    /** The process goes on, if it waits: where it ended the waiting itself, it knows. */
    @EventListener
    void on(CollectionSettled settled) {
        if (!Backpay.isOrderKey(settled.key())) {
            return;
        }
        Backpay backpay = records.require(settled.caseNumber());
        if (!backpay.waiting()) {
            return;
        }
        records.waitsNoMore(backpay.caseNumber());
        cases.note(
                backpay.caseNumber(),
                "backpaySettled",
                null,
                "税务回报补缴结果：" + settled.state().title()
                        + (settled.amount().signum() > 0 ? "，收到 " + settled.amount() + " 元" : ""),
                null);
        if (!process.tellSettled(backpay.caseNumber(), backpay.pool())) {
            throw new IllegalStateException("case " + backpay.caseNumber() + " does not wait for " + settled.key());
        }
    }

    /** Money once more, after nobody waited any longer, or beyond what was asked for: it goes back. */
    @EventListener
    void on(ReceiptUnassigned said) {
        if (Backpay.isOrderKey(said.key())) {
            receipts.add(said.caseNumber(), said.key(), said.receipt(), said.amount(), said.receivedOn())
                    .ifPresent(id -> returning.begin(
                            records.require(said.caseNumber()),
                            receipts.require(id),
                            said.amount(),
                            BackpayReceipt.Why.of(said.why())));
        }
    }

    /**
     * Too little came in: the rest is asked for as long as the price holds, or the ways are weighed once more.
     *
     * @throws ProblemException CONFLICT if the last day has passed and the rest is asked for
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void decideRest(String taskId, boolean collect, String reason) {
        Taken taken = tasks.take(taskId, BackpayModel.DECIDE_REST, Role.REVIEW);
        Backpay backpay = taken.backpay();
        String why = FreeText.required("reason", reason);
        LocalDate last = backpay.choice().lastDay();
        if (collect && last.isBefore(time.today())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "decision", "COLLECT", "价格的最后一日 " + last + " 已过，余款不能再按这个价格收；请选择重新核算");
        }
        cases.note(
                backpay.caseNumber(),
                "backpayRestDecided",
                CasePart.ASSESS,
                (collect ? "继续收余款 " + backpay.rest() + " 元：" : "重新核算：") + why,
                taken.user().id());
        engine.complete(taken.task(), BackpayModel.REST_TO_PAY, collect);
    }

    /** What came in: nothing in time, a part only, or an instalment that others follow. */
    public record Assessed(boolean expired, boolean partly, boolean nextInstalment) {}
}
