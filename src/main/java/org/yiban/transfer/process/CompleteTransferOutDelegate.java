package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the relation that has arrived elsewhere. */
@Component
class CompleteTransferOutDelegate extends CaseDelegate {

    private final TransferringOut transferringOut;

    CompleteTransferOutDelegate(TransferringOut transferringOut) {
        this.transferringOut = transferringOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringOut.complete(CaseVariables.caseNumber(execution));
    }
}
