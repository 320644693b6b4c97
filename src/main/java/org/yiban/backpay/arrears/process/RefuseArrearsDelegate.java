package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Nothing is to be paid. */
@Component
class RefuseArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    RefuseArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingArrears.refuse(CaseVariables.caseNumber(execution));
    }
}
