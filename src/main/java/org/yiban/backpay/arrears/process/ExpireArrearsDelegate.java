package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Nobody said what became of the money, and nobody waits any more. */
@Component
class ExpireArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    ExpireArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingArrears.expire(CaseVariables.caseNumber(execution));
    }
}
