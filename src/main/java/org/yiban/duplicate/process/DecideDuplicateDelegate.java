package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.DecidedDuplicate;
import org.yiban.duplicate.DecidingDuplicatesByTables;
import org.yiban.duplicate.DuplicateModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables which relation stays. */
@Component
class DecideDuplicateDelegate extends CaseDelegate {

    private final DecidingDuplicatesByTables decidingDuplicatesByTables;

    DecideDuplicateDelegate(DecidingDuplicatesByTables decidingDuplicatesByTables) {
        this.decidingDuplicatesByTables = decidingDuplicatesByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        DecidedDuplicate decided = decidingDuplicatesByTables.decide(CaseVariables.caseNumber(execution));
        DuplicateModel.REFERRED.set(execution, decided.referred());
        DuplicateModel.SUSPEND_PAYMENTS.set(execution, decided.suspendPayments());
        DuplicateModel.BENEFITS_SUSPENDED.set(execution, decided.benefitsSuspended());
    }
}
