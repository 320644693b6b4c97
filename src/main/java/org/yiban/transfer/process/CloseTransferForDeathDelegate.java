package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Closes the case of a person who has died. */
@Component
class CloseTransferForDeathDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    CloseTransferForDeathDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.closeForDeath(CaseVariables.caseNumber(execution));
    }
}
