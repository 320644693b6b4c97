package org.yiban.backpay;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.plan.PlanEnd;
import org.yiban.backpay.plan.PlanGivenUp;
import org.yiban.backpay.plan.PlanReached;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** What becomes of a case whose plan of monthly contributions came to its end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AfterPlans {

    private final BackpayRecords records;
    private final BackpayLetters letters;
    private final BackpayClocks clocks;
    private final Cases cases;
    private final BackpayProcess process;

    AfterPlans(
            BackpayRecords records, BackpayLetters letters, BackpayClocks clocks, Cases cases, BackpayProcess process) {
        this.records = records;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
        this.process = process;
    }

    /** The years are there: they are compiled and confirmed once more, and the person retires. */
    @EventListener
    void on(PlanReached reached) {
        reopen(reached.number(), reached.pool(), "继续缴费计划已缴满，重新归集年限");
    }

    /** Who pays the rest at once, or stopped paying, is quoted anew; for others the case stays closed. */
    @EventListener
    void on(PlanGivenUp ended) {
        if (ended.why() == PlanEnd.PAY_REST || ended.why() == PlanEnd.BROKEN) {
            reopen(ended.number(), ended.pool(), "继续缴费计划结束（" + ended.why().title() + "），重新核算");
        } else if (ended.why() == PlanEnd.RESIDENT) {
            letters.residentScheme(records.require(ended.number()));
        }
    }

    /** What ended while an objection was being decided goes on now that the case is closed as it was. */
    void resume(CaseNumber number) {
        Backpay backpay = records.require(number);
        if (backpay.afterPlan() != null) {
            reopen(number, backpay.pool(), backpay.afterPlan());
        }
    }

    private void reopen(CaseNumber number, RegionCode pool, String why) {
        cases.lock(number);
        if (cases.require(number).state() == CaseState.OPEN) {
            records.afterPlan(number, why);
            cases.note(number, "planEndedMeanwhile", null, why + "；等异议复核以后办理", null);
            return;
        }
        cases.reopen(number);
        records.open(number, true);
        cases.note(number, "reopened", null, why, null);
        clocks.reset(number, why, null);
        process.startAfterPlan(number, pool);
    }
}
