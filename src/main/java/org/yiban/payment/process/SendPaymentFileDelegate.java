package org.yiban.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.payment.RunningBatches;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Sends the file of a batch to the treasury. */
@Component
class SendPaymentFileDelegate extends CaseDelegate {

    private final RunningBatches batches;

    SendPaymentFileDelegate(RunningBatches batches) {
        this.batches = batches;
    }

    @Override
    protected void run(DelegateExecution execution) {
        batches.sendFile(CaseVariables.caseNumber(execution));
    }
}
