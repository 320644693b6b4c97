package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by what a senior decided where the documents are silent. */
@Component
class AdoptSeniorArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    AdoptSeniorArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ArrearsModel.UNPAYABLE.set(
                execution, !collectingArrears.adoptSeniorDecision(CaseVariables.caseNumber(execution)));
    }
}
