package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.JudgingYears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by what a senior decided of the years. */
@Component
class AdoptYearsDelegate extends CaseDelegate {

    private final JudgingYears judgingYears;

    AdoptYearsDelegate(JudgingYears judgingYears) {
        this.judgingYears = judgingYears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        JudgingYears.Tested tested = judgingYears.adoptSeniorDecision(CaseVariables.caseNumber(execution));
        BackpayModel.YEARS_MET.set(execution, tested.met());
        BackpayModel.YEARS_REFERRED.set(execution, tested.referred());
    }
}
