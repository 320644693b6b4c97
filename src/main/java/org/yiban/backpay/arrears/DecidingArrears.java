package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.arrears.ArrearsTasks.Taken;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.workflow.CaseTasks;

/** The steps of arrears that people decide. Each saves the decision and completes its task at once. */
@Component
public class DecidingArrears {

    private final ArrearsTasks tasks;
    private final CaseTasks engine;
    private final ArrearsRecords records;
    private final ArrearsMoneyRecords money;
    private final QuotingArrears quoting;
    private final CheckingArrears checking;
    private final Cases cases;
    private final UnassignedReceipts unassigned;
    private final FourEyes fourEyes;
    private final ArrearsProcess process;
    private final BusinessTime time;

    DecidingArrears(
            ArrearsTasks tasks,
            CaseTasks engine,
            ArrearsRecords records,
            ArrearsMoneyRecords money,
            QuotingArrears quoting,
            CheckingArrears checking,
            Cases cases,
            UnassignedReceipts unassigned,
            FourEyes fourEyes,
            ArrearsProcess process,
            BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.money = money;
        this.quoting = quoting;
        this.checking = checking;
        this.cases = cases;
        this.unassigned = unassigned;
        this.fourEyes = fourEyes;
        this.process = process;
        this.time = time;
    }

    /**
     * The months are owed: bases, rates and prices are clear, the tables are asked.
     *
     * @param corrections what the record has wrong or does not know, each with a reason
     * @param payOn another day of payment; {@code null} to leave it
     * @throws ProblemException naming each correction that cannot be, and each fact that still has to be stated; CONFLICT if
     *     some of the months are paid meanwhile
     */
    @Transactional
    public void confirm(String taskId, List<Correction> corrections, LocalDate payOn) {
        Taken taken = tasks.take(taskId, ArrearsModel.REVIEW, Role.REVIEW);
        ArrearsCase found = taken.found();
        Violations violations = new Violations();
        KnownFacts facts =
                violations.collect(() -> found.facts().corrected(corrections, ArrearsFacts.shown(found.facts())));
        LocalDate day = violations.collect(() -> payOn(found, payOn));
        if (facts != null) {
            ArrearsFacts.check(facts, violations);
        }
        violations.throwIfAny();
        checking.requireOwed(found);
        QuotingArrears.Quoted quoted = quoting.quote(found.with(facts).payingOn(day));
        KnownFacts asking = ArrearsFacts.asking(facts, quoted.open());
        asking.asked().forEach(fact -> violations.add("facts." + fact.name(), null, "补缴多少取决于这一项，登记中没有；请填写并写明出处"));
        violations.throwIfAny();
        CaseNumber number = found.number();
        records.facts(number, asking, day);
        records.stopped(number, null);
        cases.note(
                number,
                "arrearsConfirmed",
                CasePart.ASSESS,
                "审核：应当补缴，缴费日 " + day
                        + ShownFact.said(ArrearsFacts.shown(found.facts()), ArrearsFacts.shown(facts), corrections),
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.REFUSED, false);
    }

    /** What is on record was paid on the day it was; anything else on one that is still to come, or on which it came. */
    private LocalDate payOn(ArrearsCase found, LocalDate stated) {
        LocalDate day = stated == null ? found.payOn() : stated;
        boolean paidThen = found.onRecord() != null && day.equals(found.payOn());
        return paidThen ? day : checking.payOn("payOn", day, found);
    }

    /** Nothing is owed, or it is not for this agency to collect. */
    @Transactional
    public void refuse(String taskId, String reason) {
        Taken taken = tasks.take(taskId, ArrearsModel.REVIEW, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        records.stopped(taken.found().number(), why);
        cases.note(
                taken.found().number(),
                "arrearsRefused",
                CasePart.ASSESS,
                "审核：不予补缴：" + why,
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.REFUSED, true);
    }

    /**
     * Another person approves what is to be collected.
     *
     * @throws ProblemException FORBIDDEN for who registered or reviewed it; CONFLICT if the day of payment has passed,
     *     nobody has named the price, or months came on record otherwise since it was named
     */
    @Transactional
    public void approve(String taskId) {
        Taken taken = tasks.take(taskId, ArrearsModel.APPROVE, Role.APPROVE);
        ArrearsCase found = taken.found();
        fourEyes.requireMayApprove(found.number(), taken.user().id());
        if (found.quote().principal() == null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "amount", null, "还没有核定金额；请退回审核，填写税务核定的补缴本金");
        }
        boolean came = found.onRecord() != null || found.payOn().equals(found.receivedOn());
        boolean paid = came && found.rest().signum() <= 0;
        if (!paid && found.payOn().isBefore(time.today())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "payOn", found.payOn().toString(), "缴费日已过，滞纳金要重新计算；请退回审核，另定缴费日");
        }
        boolean asQuoted = quoting.withoutHeld(found)
                .filter(quote -> paid || quote.equals(found.quote()))
                .isPresent();
        if (!asQuoted) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", found.number().value(), "核定以后有月份已由别处记入缴费记录，不再是欠费；请退回审核");
        }
        cases.note(
                found.number(),
                "arrearsApproved",
                CasePart.APPROVE,
                "批准补缴：" + ArrearsLetters.sums(found.quote()),
                taken.user().id());
        engine.complete(
                taken.task(),
                Map.of(
                        ArrearsModel.RETURNED.name(),
                        false,
                        ArrearsModel.COLLECTED.name(),
                        found.rest().signum() <= 0));
    }

    /** It goes back to be reviewed again. */
    @Transactional
    public void returnToReview(String taskId, String reason) {
        Taken taken = tasks.take(taskId, ArrearsModel.APPROVE, Role.APPROVE);
        fourEyes.requireMayApprove(taken.found().number(), taken.user().id());
        String why = FreeText.required("reason", reason);
        cases.note(
                taken.found().number(),
                "arrearsReturned",
                CasePart.APPROVE,
                "退回审核：" + why,
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.RETURNED, true);
    }

    /**
     * It was not paid in full: the late fee is counted anew to another day, and the rest collected.
     *
     * @throws ProblemException CONFLICT if some of the months are paid meanwhile
     */
    @Transactional
    public void requote(String taskId, LocalDate payOn, String reason) {
        Taken taken = tasks.take(taskId, ArrearsModel.DECIDE_UNPAID, Role.REVIEW);
        ArrearsCase found = taken.found();
        Violations violations = new Violations();
        LocalDate day = violations.collect(() -> checking.payOn("payOn", payOn, found));
        String why = violations.collect(() -> FreeText.optional("reason", reason));
        violations.throwIfAny();
        checking.requireOwed(found);
        records.payOn(found.number(), day);
        cases.note(
                found.number(),
                "arrearsRequoted",
                CasePart.ASSESS,
                "重新核定，缴费日 " + day + (why == null ? "" : "：" + why),
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.GIVEN_UP, false);
    }

    /** It is not collected here any longer. */
    @Transactional
    public void giveUp(String taskId, String reason) {
        Taken taken = tasks.take(taskId, ArrearsModel.DECIDE_UNPAID, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        records.stopped(taken.found().number(), why);
        cases.note(
                taken.found().number(),
                "arrearsGivenUp",
                CasePart.ASSESS,
                "停止补缴：" + why,
                taken.user().id());
        engine.complete(taken.task(), ArrearsModel.GIVEN_UP, true);
    }

    /** Finance says how money went back. */
    @Transactional
    public void settleMoney(String taskId, String note) {
        Taken taken = tasks.take(taskId, ArrearsModel.RETURN_MONEY, Role.FINANCE);
        String how = FreeText.required("note", note);
        ArrearsMoney returned = money.require(process.moneyOf(taskId));
        money.settle(returned.id(), how, taken.user().id());
        unassigned.returned(returned.number(), returned.reference());
        cases.note(
                taken.found().number(),
                "arrearsMoneyReturned",
                null,
                "退还单位 " + returned.amount() + " 元：" + how,
                taken.user().id());
        engine.complete(taken.task());
    }
}
