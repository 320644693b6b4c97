package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.CarryingOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Takes back what was done, before it is decided again. */
@Component
class UndoEndingDelegate extends CaseDelegate {

    private final CarryingOut carryingOut;

    UndoEndingDelegate(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        carryingOut.undoEnding(CaseVariables.caseNumber(execution));
    }
}
