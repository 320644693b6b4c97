package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.CollectingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Nobody said what became of the money, and nobody waits any more. */
@Component
class ExpireBackpayDelegate extends CaseDelegate {

    private final CollectingBackpays collectingBackpays;

    ExpireBackpayDelegate(CollectingBackpays collectingBackpays) {
        this.collectingBackpays = collectingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingBackpays.expire(CaseVariables.caseNumber(execution));
    }
}
