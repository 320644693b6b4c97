package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Closes the case with the refusal that was decided. */
@Component
class RefuseTransferInDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    RefuseTransferInDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.refuse(CaseVariables.caseNumber(execution));
    }
}
