package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.SettlingBackpayDeaths;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Ends the case of somebody who has died. */
@Component
class EndForDeathDelegate extends CaseDelegate {

    private final SettlingBackpayDeaths settlingBackpayDeaths;

    EndForDeathDelegate(SettlingBackpayDeaths settlingBackpayDeaths) {
        this.settlingBackpayDeaths = settlingBackpayDeaths;
    }

    @Override
    protected void run(DelegateExecution execution) {
        settlingBackpayDeaths.ended(CaseVariables.caseNumber(execution));
    }
}
