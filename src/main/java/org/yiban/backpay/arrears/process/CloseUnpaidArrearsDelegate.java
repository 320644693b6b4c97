package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** It was not paid and is not collected here any longer. */
@Component
class CloseUnpaidArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    CloseUnpaidArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingArrears.closeUnpaid(CaseVariables.caseNumber(execution));
    }
}
