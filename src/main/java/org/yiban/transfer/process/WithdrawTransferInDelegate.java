package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the transfer-in side as withdrawn. */
@Component
class WithdrawTransferInDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    WithdrawTransferInDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.withdraw(CaseVariables.caseNumber(execution));
    }
}
