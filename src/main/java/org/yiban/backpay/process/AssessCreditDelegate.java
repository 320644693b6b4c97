package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.CreditingAccounts;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Establishes what is credited to the personal account. */
@Component
class AssessCreditDelegate extends CaseDelegate {

    private final CreditingAccounts creditingAccounts;

    AssessCreditDelegate(CreditingAccounts creditingAccounts) {
        this.creditingAccounts = creditingAccounts;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BackpayModel.CREDIT_TO_STATE.set(execution, creditingAccounts.paid(CaseVariables.caseNumber(execution)));
    }
}
