package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.ClosingDuplicates;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the person that nothing stands twice and closes the case. */
@Component
class CloseNotDuplicateDelegate extends CaseDelegate {

    private final ClosingDuplicates closingDuplicates;

    CloseNotDuplicateDelegate(ClosingDuplicates closingDuplicates) {
        this.closingDuplicates = closingDuplicates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingDuplicates.closeNotDuplicate(CaseVariables.caseNumber(execution));
    }
}
