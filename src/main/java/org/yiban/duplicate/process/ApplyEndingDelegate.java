package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.CarryingOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends or suspends the relation of this pool that does not stay. */
@Component
class ApplyEndingDelegate extends CaseDelegate {

    private final CarryingOut carryingOut;

    ApplyEndingDelegate(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        carryingOut.applyEnding(CaseVariables.caseNumber(execution));
    }
}
