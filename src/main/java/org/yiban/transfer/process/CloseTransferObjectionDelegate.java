package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells what came of an objection and closes the case as it was. */
@Component
class CloseTransferObjectionDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    CloseTransferObjectionDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.closeObjection(CaseVariables.caseNumber(execution));
    }
}
