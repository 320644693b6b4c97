package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.DecidingDeadlines;
import org.yiban.transfer.TransferModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by what a senior decided where the documents are silent. */
@Component
class AdoptTransferDeadlineDelegate extends CaseDelegate {

    private final DecidingDeadlines decidingDeadlines;

    AdoptTransferDeadlineDelegate(DecidingDeadlines decidingDeadlines) {
        this.decidingDeadlines = decidingDeadlines;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TransferModel.TRANSFER_NEEDED.set(execution, decidingDeadlines.adopt(CaseVariables.caseNumber(execution)));
    }
}
