package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.DecidingDeadlines;
import org.yiban.transfer.TransferModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables for the deadline and starts the clock. */
@Component
class DecideTransferDeadlineDelegate extends CaseDelegate {

    private final DecidingDeadlines decidingDeadlines;

    DecideTransferDeadlineDelegate(DecidingDeadlines decidingDeadlines) {
        this.decidingDeadlines = decidingDeadlines;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TransferModel.DEADLINE_DECIDED.set(execution, decidingDeadlines.decide(CaseVariables.caseNumber(execution)));
    }
}
