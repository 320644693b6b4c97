package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.JudgingYears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Holds the years against what the documents ask. */
@Component
class TestYearsDelegate extends CaseDelegate {

    private final JudgingYears judgingYears;

    TestYearsDelegate(JudgingYears judgingYears) {
        this.judgingYears = judgingYears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        JudgingYears.Tested tested = judgingYears.test(CaseVariables.caseNumber(execution));
        BackpayModel.YEARS_MET.set(execution, tested.met());
        BackpayModel.YEARS_REFERRED.set(execution, tested.referred());
    }
}
