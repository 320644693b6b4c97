package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.ClosingDuplicates;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Closes the case of a request that the other pool has withdrawn. */
@Component
class CloseWithdrawnDelegate extends CaseDelegate {

    private final ClosingDuplicates closingDuplicates;

    CloseWithdrawnDelegate(ClosingDuplicates closingDuplicates) {
        this.closingDuplicates = closingDuplicates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingDuplicates.withdrawn(CaseVariables.caseNumber(execution));
    }
}
