package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.ClosingDuplicates;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the person what was done and closes the case. */
@Component
class CompleteDuplicateDelegate extends CaseDelegate {

    private final ClosingDuplicates closingDuplicates;

    CompleteDuplicateDelegate(ClosingDuplicates closingDuplicates) {
        this.closingDuplicates = closingDuplicates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingDuplicates.complete(CaseVariables.caseNumber(execution));
    }
}
