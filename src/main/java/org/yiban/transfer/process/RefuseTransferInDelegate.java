package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the transfer-in side with its refusal. */
@Component
class RefuseTransferInDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    RefuseTransferInDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.refuse(CaseVariables.caseNumber(execution));
    }
}
