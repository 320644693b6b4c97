package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.ClosingDuplicates;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the other pool that nothing was done and closes the case. */
@Component
class DeclineEndingDelegate extends CaseDelegate {

    private final ClosingDuplicates closingDuplicates;

    DeclineEndingDelegate(ClosingDuplicates closingDuplicates) {
        this.closingDuplicates = closingDuplicates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingDuplicates.decline(CaseVariables.caseNumber(execution));
    }
}
