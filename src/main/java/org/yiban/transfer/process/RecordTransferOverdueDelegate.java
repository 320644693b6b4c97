package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.TransferEnds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Writes down that the deadline has gone by. */
@Component
class RecordTransferOverdueDelegate extends CaseDelegate {

    private final TransferEnds transferEnds;

    RecordTransferOverdueDelegate(TransferEnds transferEnds) {
        this.transferEnds = transferEnds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        transferEnds.recordOverdue(CaseVariables.caseNumber(execution));
    }
}
