package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables for the deadline and starts the clock. */
@Component
class DecideTransferDeadlineDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    DecideTransferDeadlineDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TransferModel.DEADLINE_DECIDED.set(
                execution, transferringIn.decideDeadline(CaseVariables.caseNumber(execution)));
    }
}
