package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.ClosingTransfers;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Closes the case because the applicant withdrew. */
@Component
class WithdrawTransferInDelegate extends CaseDelegate {

    private final ClosingTransfers closingTransfers;

    WithdrawTransferInDelegate(ClosingTransfers closingTransfers) {
        this.closingTransfers = closingTransfers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingTransfers.withdraw(CaseVariables.caseNumber(execution));
    }
}
