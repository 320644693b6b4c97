package org.yiban.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.payment.RunningBatches;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Takes back the payments of a batch that the treasury did not take. */
@Component
class ReturnBatchDelegate extends CaseDelegate {

    private final RunningBatches batches;

    ReturnBatchDelegate(RunningBatches batches) {
        this.batches = batches;
    }

    @Override
    protected void run(DelegateExecution execution) {
        batches.comeBack(CaseVariables.caseNumber(execution));
    }
}
