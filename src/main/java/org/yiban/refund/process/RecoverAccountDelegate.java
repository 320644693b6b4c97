package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.PayingRefunds;
import org.yiban.refund.RefundModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Recovers what was credited to the personal account; says whether a rest has to be collected. */
@Component
class RecoverAccountDelegate extends CaseDelegate {

    private final PayingRefunds payingRefunds;

    RecoverAccountDelegate(PayingRefunds payingRefunds) {
        this.payingRefunds = payingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        RefundModel.REST_TO_COLLECT.set(execution, payingRefunds.recoverAccount(CaseVariables.caseNumber(execution)));
    }
}
