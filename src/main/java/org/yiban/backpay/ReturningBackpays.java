package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.casework.RefundAsked;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.workflow.CaseTasks;

/** Sees to it that money which closes no gap in years goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReturningBackpays {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final BackpayRecords records;
    private final BackpayReceipts receipts;
    private final Payments payments;
    private final Cases cases;
    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayProcess process;
    private final ApplicationEventPublisher events;

    ReturningBackpays(
            BackpayRecords records,
            BackpayReceipts receipts,
            Payments payments,
            Cases cases,
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayProcess process,
            ApplicationEventPublisher events) {
        this.records = records;
        this.receipts = receipts;
        this.payments = payments;
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
            BigDecimal of = receipt.goingBack().signum() > 0
                    ? NOTHING
                    : receipt.amount().min(left);
            if (of.signum() > 0) {
                begin(backpay, receipt, of, BackpayReceipt.Why.SURPLUS);
                left = left.subtract(of);
            }
        }
        records.received(backpay.caseNumber(), backpay.choice().amount(), backpay.receivedOn());
    }

    /** Everything that came in and stays goes back after all. */
    void all(Backpay backpay) {
        receipts.of(backpay.caseNumber()).stream()
                .filter(receipt -> receipt.goingBack().signum() == 0)
                .forEach(receipt -> begin(backpay, receipt, receipt.amount(), BackpayReceipt.Why.GIVEN_UP));
        records.received(backpay.caseNumber(), NOTHING, null);
    }

    /** Puts money on record that goes back, so that a refund can name it, and begins its return beside the case. */
    void begin(Backpay backpay, BackpayReceipt receipt, BigDecimal amount, BackpayReceipt.Why why) {
        receipts.goesBack(receipt.id(), amount, why);
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
        receipts.settled(
                process.receiptOf(taskId),
                settled.refund(),
                settled.note(),
                taken.user().id());
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
     * @throws ProblemException naming every field of the payee that is wrong
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void refund(String taskId, ReturnPayee payee) {
        Taken taken = tasks.take(taskId, BackpayModel.RETURN_MONEY, Role.FINANCE);
        BackpayReceipt receipt = receipts.require(process.receiptOf(taskId));
        CaseNumber refund = ask(taken, receipt.returnReference(), "OTHER", receipt.receivedOn(), payee);
        receipts.settled(receipt.id(), refund, null, taken.user().id());
        engine.complete(taken.task());
    }

    /** Opens a refund of each payment of the lump sum of somebody who died before benefits began, likewise. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void refundAfterDeath(String taskId, ReturnPayee payee) {
        Taken taken = tasks.take(taskId, BackpayModel.SETTLE_REFUND_QUESTION, Role.INTAKE);
        receipts.of(taken.backpay().caseNumber()).stream()
                .map(BackpayReceipt::payment)
                .filter(Objects::nonNull)
                .forEach(payment -> ask(
                        taken, payment, "DEATH_AFTER_LUMP_SUM", taken.backpay().diedOn(), payee));
        engine.complete(taken.task());
    }

    private CaseNumber ask(Taken taken, String payment, String reason, LocalDate eventOn, ReturnPayee payee) {
        Backpay backpay = taken.backpay();
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
     * @param payeeIs what they are to the insured person: SELF, HEIR, GUARDIAN or EMPLOYER
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
        return cases.find(refund)
                .filter(file -> file.kind() == CaseKind.REFUND && file.personId() == backpay.personId())
                .map(file -> refund)
                .orElseThrow(() -> ProblemException.invalid("refundCase", number, "没有此人的这件退费案件"));
    }

    private record Settled(CaseNumber refund, String note) {

        String said() {
            return refund == null ? note : "退费案件 " + refund + (note == null ? "" : "，" + note);
        }
    }
}
