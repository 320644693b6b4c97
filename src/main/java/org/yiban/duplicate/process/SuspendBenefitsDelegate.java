package org.yiban.duplicate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.duplicate.CarryingOut;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Stops the payment of benefits until it is clear which relation stays. */
@Component
class SuspendBenefitsDelegate extends CaseDelegate {

    private final CarryingOut carryingOut;

    SuspendBenefitsDelegate(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    protected void run(DelegateExecution execution) {
        carryingOut.suspendBenefits(CaseVariables.caseNumber(execution));
    }
}
