package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Writes the months that were paid into the record. */
@Component
class RecordArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    RecordArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingArrears.record(CaseVariables.caseNumber(execution));
    }
}
