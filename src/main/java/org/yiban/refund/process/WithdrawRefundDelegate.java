package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.ClosingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the case because the applicant withdrew. */
@Component
class WithdrawRefundDelegate extends CaseDelegate {

    private final ClosingRefunds closingRefunds;

    WithdrawRefundDelegate(ClosingRefunds closingRefunds) {
        this.closingRefunds = closingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingRefunds.withdraw(CaseVariables.caseNumber(execution));
    }
}
