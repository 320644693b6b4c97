package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the transfer-out side for the information table. */
@Component
class RequestInformationTableDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    RequestInformationTableDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.requestInformationTable(CaseVariables.caseNumber(execution));
    }
}
