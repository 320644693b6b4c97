package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.CollectingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Records what came in. */
@Component
class AssessBackpayDelegate extends CaseDelegate {

    private final CollectingBackpays collectingBackpays;

    AssessBackpayDelegate(CollectingBackpays collectingBackpays) {
        this.collectingBackpays = collectingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        CollectingBackpays.Assessed assessed = collectingBackpays.assess(CaseVariables.caseNumber(execution));
        BackpayModel.QUOTE_EXPIRED.set(execution, assessed.expired());
        BackpayModel.PAID_PARTLY.set(execution, assessed.partly());
        BackpayModel.NEXT_INSTALMENT.set(execution, assessed.nextInstalment());
    }
}
