package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Looks up bases and rates. */
@Component
class CompileArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    CompileArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        collectingArrears.compile(CaseVariables.caseNumber(execution));
    }
}
