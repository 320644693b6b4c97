package org.yiban.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.payment.RunningBatches;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Takes the orders out of a batch that was not approved. */
@Component
class ReleaseBatchDelegate extends CaseDelegate {

    private final RunningBatches batches;

    ReleaseBatchDelegate(RunningBatches batches) {
        this.batches = batches;
    }

    @Override
    protected void run(DelegateExecution execution) {
        batches.release(CaseVariables.caseNumber(execution));
    }
}
