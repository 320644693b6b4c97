package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.RetiringPeople;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Retires the person and closes the case. */
@Component
class RetireDelegate extends CaseDelegate {

    private final RetiringPeople retiringPeople;

    RetireDelegate(RetiringPeople retiringPeople) {
        this.retiringPeople = retiringPeople;
    }

    @Override
    protected void run(DelegateExecution execution) {
        retiringPeople.retire(CaseVariables.caseNumber(execution));
    }
}
