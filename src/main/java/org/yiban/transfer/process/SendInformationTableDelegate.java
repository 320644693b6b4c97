package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Sends the confirmed information table. */
@Component
class SendInformationTableDelegate extends CaseDelegate {

    private final TransferringOut transferringOut;

    SendInformationTableDelegate(TransferringOut transferringOut) {
        this.transferringOut = transferringOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringOut.sendInformationTable(CaseVariables.caseNumber(execution));
    }
}
