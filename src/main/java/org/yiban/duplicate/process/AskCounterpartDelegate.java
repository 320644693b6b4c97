package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.CarryingOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the other pool to end or suspend its relation. */
@Component
class AskCounterpartDelegate extends CaseDelegate {

    private final CarryingOut carryingOut;

    AskCounterpartDelegate(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        carryingOut.askCounterpart(CaseVariables.caseNumber(execution));
    }
}
