package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringIn;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Checks an application against the record; a refusal goes to the process as a BPMN error. */
@Component
class ValidateTransferApplicationDelegate extends CaseDelegate {

    private final TransferringIn transferringIn;

    ValidateTransferApplicationDelegate(TransferringIn transferringIn) {
        this.transferringIn = transferringIn;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringIn.validate(CaseVariables.caseNumber(execution));
    }
}
