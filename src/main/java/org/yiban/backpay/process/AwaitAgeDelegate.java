package org.yiban.backpay.process;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.RetiringPeople;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Establishes whether the age is still to be reached. */
@Component
class AwaitAgeDelegate extends CaseDelegate {

    private final RetiringPeople retiringPeople;

    AwaitAgeDelegate(RetiringPeople retiringPeople) {
        this.retiringPeople = retiringPeople;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Optional<LocalDate> reached = retiringPeople.awaitAge(CaseVariables.caseNumber(execution));
        BackpayModel.AGE_AHEAD.set(execution, reached.isPresent());
        BackpayModel.AGE_REACHED_AT.set(
                execution, reached.map(BackpayModel::startOf).orElse(null));
    }
}
