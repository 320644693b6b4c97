package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.CarryingOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the suspension of benefits. */
@Component
class RestoreBenefitsDelegate extends CaseDelegate {

    private final CarryingOut carryingOut;

    RestoreBenefitsDelegate(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        carryingOut.restoreBenefits(CaseVariables.caseNumber(execution));
    }
}
