package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the applicant that no transfer is needed. */
@Component
class CloseTransferNotNeededDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    CloseTransferNotNeededDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.closeAsNotNeeded(CaseVariables.caseNumber(execution));
    }
}
