package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Waits for the other side again, which was asked about its information table. */
@Component
class QuestionInformationTableDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    QuestionInformationTableDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.awaitSecondTable(CaseVariables.caseNumber(execution));
    }
}
