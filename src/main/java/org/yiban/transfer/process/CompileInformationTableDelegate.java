package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferringOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Compiles the information table from the months on record. */
@Component
class CompileInformationTableDelegate extends CaseDelegate {

    private final TransferringOut transferringOut;

    CompileInformationTableDelegate(TransferringOut transferringOut) {
        this.transferringOut = transferringOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferringOut.compileInformationTable(CaseVariables.caseNumber(execution));
    }
}
