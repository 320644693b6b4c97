package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Takes over months and relation. */
@Component
class CompleteTransferInDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    CompleteTransferInDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.complete(CaseVariables.caseNumber(execution));
    }
}
