package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables what the months cost and give back. */
@Component
class QuoteArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    QuoteArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        CollectingArrears.Asked asked = collectingArrears.quote(CaseVariables.caseNumber(execution));
        ArrearsModel.REFERRED.set(execution, asked.referred());
        ArrearsModel.UNPAYABLE.set(execution, asked.unpayable());
    }
}
