package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Stops the transfer of a person who has died. */
@Component
class StopTransferForDeathDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    StopTransferForDeathDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.stopForDeath(CaseVariables.caseNumber(execution));
    }
}
