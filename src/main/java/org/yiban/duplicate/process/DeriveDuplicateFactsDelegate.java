package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.DecidingDuplicatesByTables;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Finds the facts on record. */
@Component
class DeriveDuplicateFactsDelegate extends CaseDelegate {

    private final DecidingDuplicatesByTables decidingDuplicatesByTables;

    DeriveDuplicateFactsDelegate(DecidingDuplicatesByTables decidingDuplicatesByTables) {
        this.decidingDuplicatesByTables = decidingDuplicatesByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        decidingDuplicatesByTables.deriveFacts(CaseVariables.caseNumber(execution));
    }
}
