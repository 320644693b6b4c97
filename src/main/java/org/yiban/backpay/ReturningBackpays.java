package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.RefundAsked;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.workflow.CaseTasks;

/** Sees to it that money which closes no gap in years goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReturningBackpays {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final String HEIR = "HEIR";

    private final BackpayRecords records;
    private final BackpayReceipts receipts;
    private final Payments payments;
    private final UnassignedReceipts unassigned;
    private final Cases cases;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayProcess process;
    private final ApplicationEventPublisher events;

    ReturningBackpays(
            BackpayRecords records,
            BackpayReceipts receipts,
            Payments payments,
            UnassignedReceipts unassigned,
            Cases cases,
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayProcess process,
            ApplicationEventPublisher events) {
        this.records = records;
        this.receipts = receipts;
        this.payments = payments;
        this.unassigned = unassigned;
        this.cases = cases;
        this.tasks = tasks;
        this.engine = engine;
        this.process = process;
        this.events = events;
    }

    /** What came in beyond the price goes back, of the newest receipts first. */
    void surplus(Backpay backpay) {
        BigDecimal left = backpay.rest().negate();
        List<BackpayReceipt> newestFirst = new ArrayList<>(receipts.of(backpay.caseNumber()));
        Collections.reverse(newestFirst);
        for (BackpayReceipt receipt : newestFirst) {
            BigDecimal of = receipt.staying().min(left);
            if (of.signum() > 0) {
                release(backpay, receipt, of, BackpayReceipt.Why.SURPLUS);
                left = left.subtract(of);
            }
        }
        records.received(backpay.caseNumber(), backpay.choice().amount(), backpay.receivedOn());
    }

    /** Everything that came in and stays goes back after all. */
    void all(Backpay backpay) {
        goBack(backpay, receipt -> true);
        records.received(backpay.caseNumber(), NOTHING, null);
    }

    /** What came in since a retirement that stands goes back; what that retirement put on record stays. */
    void sinceRetired(Backpay backpay) {
        goBack(backpay, receipt -> receipt.payment() == null);
        List<BackpayReceipt> staying = receipts.of(backpay.caseNumber()).stream()
                .filter(receipt -> receipt.staying().signum() > 0)
                .toList();
        records.received(
                backpay.caseNumber(),
                staying.stream().map(BackpayReceipt::staying).reduce(NOTHING, BigDecimal::add),
                staying.stream()
                        .map(BackpayReceipt::receivedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private void goBack(Backpay backpay, Predicate<BackpayReceipt> which) {
        receipts.of(backpay.caseNumber()).stream()
                .filter(receipt -> receipt.staying().signum() > 0 && which.test(receipt))
                .forEach(receipt -> release(backpay, receipt, receipt.staying(), BackpayReceipt.Why.GIVEN_UP));
    }

    /** What came in as contributions closes nothing after all; a part that goes back after another is told apart from it. */
    private void release(Backpay backpay, BackpayReceipt receipt, BigDecimal amount, BackpayReceipt.Why why) {
        BackpayReceipt part =
                receipt.goingBack().signum() == 0 ? receipt : receipts.require(receipts.split(receipt, amount));
        unassigned.release(backpay.caseNumber(), backpay.pool(), part.ledgerReference(), amount, part.receivedOn());
        begin(backpay, part, amount, why);
    }

    /**
     * Begins the return of money beside the case. It is put on record first, so that a refund can name it, unless it stands
     * there already.
     */
    void begin(Backpay backpay, BackpayReceipt receipt, BigDecimal amount, BackpayReceipt.Why why) {
        receipts.goesBack(receipt.id(), amount, why);
        if (receipt.payment() == null) {
            payments.record(new NewPayment(
                    receipt.returnReference(),
                    backpay.personId(),
                    backpay.pool(),
                    backpay.stated().identity(),
                    receipt.receivedOn(),
                    YearMonth.from(receipt.receivedOn()),
                    amount,
                    NOTHING,
                    false,
                    receipt.receivedOn()));
        }
        cases.note(
                backpay.caseNumber(),
                "backpayMoneyToReturn",
                null,
                why.title() + " " + amount + " 元（凭证 " + receipt.receipt() + "）转退还",
                null);
        process.returnMoney(backpay.caseNumber(), backpay.pool(), receipt.id());
    }

    /**
     * Writes down how money went back.
     *
     * @param refundCase number of the refund by which it did; blank if it went back otherwise
     * @param note how it did otherwise; needed without a refund
     * @throws ProblemException if there is no such refund of this person, or neither is stated
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void settle(String taskId, String refundCase, String note) {
        Taken taken = tasks.take(taskId, BackpayModel.RETURN_MONEY, Role.FINANCE);
        Settled settled = settled(taken.backpay(), refundCase, note);
        BackpayReceipt receipt = receipts.require(process.receiptOf(taskId));
        receipts.settled(
                receipt.id(), settled.refund(), settled.note(), taken.user().id());
        if (settled.refund() == null) {
            unassigned.returned(receipt.caseNumber(), receipt.ledgerReference());
        } else {
            unassigned.goesBackBy(receipt.caseNumber(), receipt.ledgerReference(), settled.refund());
        }
        cases.note(
                taken.backpay().caseNumber(),
                "backpayMoneyReturned",
                null,
                "款项已处理：" + settled.said(),
                taken.user().id());
        engine.complete(taken.task());
    }

    /**
     * Opens the refund by which money goes back.
     *
     * @throws ProblemException naming every field of the payee that is wrong; CONFLICT if only a part of a payment on record
     *     goes back, which no refund gives
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void refund(String taskId, ReturnPayee payee) {
        Taken taken = tasks.take(taskId, BackpayModel.RETURN_MONEY, Role.FINANCE);
        BackpayReceipt receipt = receipts.require(process.receiptOf(taskId));
        if (receipt.payment() != null && !whole(receipt.payment(), receipt.goingBack())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "decision",
                    "REFUND",
                    "这笔款已作为一次性趸缴登记，只退其中 " + receipt.goingBack() + " 元，不能按整笔登记退费；请由税务退付后写明凭证");
        }
        CaseNumber refund = ask(taken, receipt.returnReference(), "OTHER", receipt.receivedOn(), payee);
        receipts.settled(receipt.id(), refund, null, taken.user().id());
        unassigned.goesBackBy(receipt.caseNumber(), receipt.ledgerReference(), refund);
        engine.complete(taken.task());
    }

    /** Opens a refund of each payment of the lump sum of somebody who died before benefits began, likewise. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void refundAfterDeath(String taskId, ReturnPayee payee) {
        Taken taken = tasks.take(taskId, BackpayModel.SETTLE_REFUND_QUESTION, Role.INTAKE);
        receipts.of(taken.backpay().caseNumber()).stream()
                .filter(receipt ->
                        receipt.payment() != null && receipt.staying().signum() > 0)
                .forEach(receipt -> {
                    requireWhole(receipt);
                    ask(
                            taken,
                            receipt.payment(),
                            "DEATH_AFTER_LUMP_SUM",
                            taken.backpay().diedOn(),
                            payee);
                });
        engine.complete(taken.task());
    }

    private void requireWhole(BackpayReceipt receipt) {
        if (!whole(receipt.payment(), receipt.staying())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "decision",
                    "REFUND",
                    "凭证 " + receipt.receipt() + " 的款项已退还一部分，余下 " + receipt.staying() + " 元，不能按整笔登记退费；请由税务退付后写明凭证");
        }
    }

    /** Whether an amount is all of a payment on record: no refund gives a part of it. */
    private boolean whole(String payment, BigDecimal amount) {
        return payments.find(payment).orElseThrow().personalAmount().compareTo(amount) == 0;
    }

    private CaseNumber ask(Taken taken, String payment, String reason, LocalDate eventOn, ReturnPayee payee) {
        Backpay backpay = taken.backpay();
        if (backpay.diedOn() != null && !HEIR.equals(payee.payeeIs())) {
            throw ProblemException.invalid("payeeIs", payee.payeeIs(), "参保人已经死亡，收款人应为 HEIR（继承人）");
        }
        AtomicReference<CaseNumber> opened = new AtomicReference<>();
        events.publishEvent(new RefundAsked(
                backpay.caseNumber(),
                backpay.pool(),
                backpay.personId(),
                payment,
                reason,
                eventOn,
                payee.payeeIs(),
                payee.name(),
                payee.accountNumber(),
                payee.bankCode(),
                taken.user().id(),
                opened::set));
        cases.note(
                backpay.caseNumber(),
                "refundAsked",
                null,
                "登记退费 " + opened.get() + "（凭证号 " + payment + "）",
                taken.user().id());
        return opened.get();
    }

    /**
     * Who gets money back.
     *
     * @param payeeIs what they are to the insured person: SELF, HEIR, GUARDIAN or EMPLOYER; of the dead only HEIR
     * @param name holder of the account
     * @param accountNumber in full
     */
    public record ReturnPayee(String payeeIs, String name, String accountNumber, String bankCode) {

        /** Never prints the account number. */
        @Override
        public String toString() {
            return "ReturnPayee[" + payeeIs + "]";
        }
    }

    /** What came of looking at whether a lump sum is refunded after a death, likewise. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void settleRefundQuestion(String taskId, String refundCase, String note) {
        Taken taken = tasks.take(taskId, BackpayModel.SETTLE_REFUND_QUESTION, Role.INTAKE);
        Settled settled = settled(taken.backpay(), refundCase, note);
        cases.note(
                taken.backpay().caseNumber(),
                "refundQuestionSettled",
                null,
                "核对应否退还补缴款：" + settled.said(),
                taken.user().id());
        engine.complete(taken.task());
    }

    private Settled settled(Backpay backpay, String refundCase, String note) {
        Violations violations = new Violations();
        boolean byRefund = refundCase != null && !refundCase.isBlank();
        CaseNumber refund = byRefund ? violations.collect(() -> refund(backpay, refundCase.strip())) : null;
        String how =
                violations.collect(() -> byRefund ? FreeText.optional("note", note) : FreeText.required("note", note));
        violations.throwIfAny();
        return new Settled(refund, how);
    }

    private CaseNumber refund(Backpay backpay, String number) {
        CaseNumber refund;
        try {
            refund = new CaseNumber(number);
        } catch (ProblemException e) {
            throw ProblemException.invalid("refundCase", number, "应为退费案件的案号");
        }
        CaseFile file = cases.find(refund)
                .filter(each -> each.kind() == CaseKind.REFUND && each.personId() == backpay.personId())
                .orElseThrow(() -> ProblemException.invalid("refundCase", number, "没有此人的这件退费案件"));
        if (file.state() != CaseState.OPEN && file.state() != CaseState.COMPLETED) {
            throw ProblemException.invalid(
                    "refundCase", number, "这件退费案件" + file.state().title() + "，没有退钱");
        }
        if (receipts.settledBy(refund)) {
            throw ProblemException.invalid("refundCase", number, "这件退费案件已经用于另一笔款项");
        }
        return refund;
    }

    private record Settled(CaseNumber refund, String note) {

        String said() {
            return refund == null ? note : "退费案件 " + refund + (note == null ? "" : "，" + note);
        }
    }
}
