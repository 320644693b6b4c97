package org.yiban.backpay;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.backpay.plan.DecidedGap;
import org.yiban.backpay.plan.NewPlan;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** The ends of these cases other than retirement. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EndingBackpays {

    private static final Role[] WITHDRAWING = {Role.INTAKE, Role.REVIEW};

    private final BackpayRecords records;
    private final BackpayLetters letters;
    private final BackpayClocks clocks;
    private final DerivingBackpayFacts deriving;
    private final CollectingBackpays collecting;
    private final ReturningBackpays returning;
    private final TakingBackRetirements takingBack;
    private final ContributionPlans plans;
    private final AfterPlans afterPlans;
    private final Objections objections;
    private final Cases cases;
    private final Access access;
    private final BackpayProcess process;

    EndingBackpays(
            BackpayRecords records,
            BackpayLetters letters,
            BackpayClocks clocks,
            DerivingBackpayFacts deriving,
            CollectingBackpays collecting,
            ReturningBackpays returning,
            TakingBackRetirements takingBack,
            ContributionPlans plans,
            AfterPlans afterPlans,
            Objections objections,
            Cases cases,
            Access access,
            BackpayProcess process) {
        this.records = records;
        this.letters = letters;
        this.clocks = clocks;
        this.deriving = deriving;
        this.collecting = collecting;
        this.returning = returning;
        this.takingBack = takingBack;
        this.plans = plans;
        this.afterPlans = afterPlans;
        this.objections = objections;
        this.cases = cases;
        this.access = access;
        this.process = process;
    }

    /** Tells the applicant that nothing is done, and why. */
    public void refuse(CaseNumber number) {
        Backpay backpay = records.require(number);
        giveBack(backpay);
        letters.refused(backpay);
        close(number, CaseState.REFUSED, "不予办理：" + backpay.stopReason());
    }

    /** The applicant goes on paying month by month: a plan begins beside the case. */
    public void startPlan(CaseNumber number) {
        Backpay backpay = records.require(number);
        giveBack(backpay);
        plans.open(new NewPlan(
                number,
                backpay.pool(),
                backpay.personId(),
                deriving.question(backpay.facts()),
                backpay.services(),
                WeighingWays.decided(backpay).map(DecidedGap::of).orElse(null),
                backpay.choice().key()));
        close(number, CaseState.COMPLETED, "继续按月缴费，计划另行跟踪");
    }

    /** The applicant joins the resident scheme: a slip tells them with what to go there. */
    public void handOver(CaseNumber number) {
        Backpay backpay = records.require(number);
        giveBack(backpay);
        letters.residentScheme(backpay);
        close(number, CaseState.COMPLETED, "改参加居民医保，已开具转办单");
    }

    /** Nobody retires by this case: what came in goes back, and what an earlier decision left on record is taken back. */
    private void giveBack(Backpay backpay) {
        takingBack.all(backpay);
        returning.all(backpay);
    }

    /** Ends an open case because the applicant withdrew, as far as the price is not paid. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void withdraw(CaseNumber number, String reason) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        access.require(file.pool(), WITHDRAWING);
        String why = FreeText.required("reason", reason);
        cases.lock(number);
        if (cases.require(number).state() != CaseState.OPEN) {
            throw refusal(number, "案件已经办结，不能撤回");
        }
        if (paid(records.require(number))) {
            throw refusal(number, "补缴款已经缴清，不能撤回；不再补缴的，退回后另选办法");
        }
        records.stopped(number, why);
        cases.note(number, "withdrawn", null, "申请人撤回：" + why, user.id());
        if (!process.tellWithdrawn(number, file.pool())) {
            throw refusal(number, "案件正在办结，不能撤回");
        }
    }

    /**
     * The withdrawal itself: nothing is waited for any more, and what came in goes back. Where an objection is withdrawn, or
     * what followed it, the decision that it was against stands.
     */
    public void withdrawn(CaseNumber number) {
        Backpay backpay = records.require(number);
        collecting.giveUpWaiting(backpay);
        if (backpay.retired() || objections.open(number)) {
            closeAsBefore(backpay, "申请人撤回异议：" + backpay.stopReason());
        } else {
            returning.all(backpay);
            close(number, CaseState.WITHDRAWN, "申请人撤回：" + backpay.stopReason());
        }
    }

    /** The decision stands that was taken before the newest objection, and what came in since goes back. */
    void closeAsBefore(Backpay backpay, String why) {
        CaseNumber number = backpay.caseNumber();
        Objection objection = objections.newest(number).orElseThrow();
        if (backpay.retired()) {
            returning.sinceRetired(backpay);
        }
        if (objection.reopened() == null) {
            objections.decide(number, false, why, null);
        }
        records.standsAsDecided(number);
        close(number, objection.stateBefore(), objection.outcomeBefore() + "；" + why);
        afterPlans.resume(number);
    }

    private static boolean paid(Backpay backpay) {
        return backpay.choice() != null
                && backpay.choice().amount() != null
                && backpay.received().signum() > 0
                && backpay.rest().signum() <= 0;
    }

    /** Whether a person may {@link #withdraw} a case. */
    static boolean mayWithdraw(CurrentUser user, CaseFile file, Backpay backpay) {
        return file.state() == CaseState.OPEN
                && !paid(backpay)
                && Arrays.stream(WITHDRAWING).anyMatch(role -> user.has(role, file.pool()));
    }

    private static ProblemException refusal(CaseNumber number, String reason) {
        return ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), reason);
    }

    /** Tells the applicant that the decision stands; the case is closed as it was. */
    public void uphold(CaseNumber number) {
        Objection objection = objections.newest(number).orElseThrow();
        Backpay backpay = records.require(number);
        letters.upheld(backpay, objection);
        closeAsBefore(backpay, "异议复核：维持原决定");
    }

    void close(CaseNumber number, CaseState state, String outcome) {
        cases.note(number, "closed", null, state.title() + "：" + outcome, null);
        cases.close(number, state, outcome);
        clocks.stop(number);
        records.forgetDecided(number);
        records.open(number, false);
    }
}
