package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the transfer-out side with its refusal. */
@Component
class RefuseTransferOutDelegate extends CaseDelegate {

    private final TransferringOut transferringOut;

    RefuseTransferOutDelegate(TransferringOut transferringOut) {
        this.transferringOut = transferringOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringOut.refuse(CaseVariables.caseNumber(execution));
    }
}
