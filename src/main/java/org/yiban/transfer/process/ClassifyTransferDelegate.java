package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables whether the move is a transfer at all. */
@Component
class ClassifyTransferDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    ClassifyTransferDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TransferModel.TRANSFER_NEEDED.set(execution, transferringIn.classify(CaseVariables.caseNumber(execution)));
    }
}
