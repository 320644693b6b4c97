package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Records what came in. */
@Component
class AssessArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    AssessArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ArrearsModel.UNPAID.set(execution, !collectingArrears.assess(CaseVariables.caseNumber(execution)));
    }
}
