package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends a case within one pool with its notice. */
@Component
class CloseTransferNotNeededDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    CloseTransferNotNeededDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.closeAsNotNeeded(CaseVariables.caseNumber(execution));
    }
}
