package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.ClosingDuplicates;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells that the decision stands and closes the case as it was. */
@Component
class UpholdDuplicateDelegate extends CaseDelegate {

    private final ClosingDuplicates closingDuplicates;

    UpholdDuplicateDelegate(ClosingDuplicates closingDuplicates) {
        this.closingDuplicates = closingDuplicates;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingDuplicates.uphold(CaseVariables.caseNumber(execution));
    }
}
