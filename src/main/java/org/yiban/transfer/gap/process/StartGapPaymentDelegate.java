package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Begins the payment that the applicant chose, beside the case. */
@Component
class StartGapPaymentDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    StartGapPaymentDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        bridgingGaps.startPayment(CaseVariables.caseNumber(execution));
    }
}
