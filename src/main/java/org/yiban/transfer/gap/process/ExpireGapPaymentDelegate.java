package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Nobody said what became of the money, and nobody waits any more. */
@Component
class ExpireGapPaymentDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    ExpireGapPaymentDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        bridgingGaps.expirePayment(CaseVariables.caseNumber(execution));
    }
}
