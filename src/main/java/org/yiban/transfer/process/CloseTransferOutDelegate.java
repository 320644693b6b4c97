package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the transfer-out side because the other side closed the transfer. */
@Component
class CloseTransferOutDelegate extends CaseDelegate {

    private final TransferringOut transferringOut;

    CloseTransferOutDelegate(TransferringOut transferringOut) {
        this.transferringOut = transferringOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringOut.closeUnfinished(CaseVariables.caseNumber(execution));
    }
}
