package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Records what came in, and when. */
@Component
class AssessGapPaymentDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    AssessGapPaymentDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BridgingGaps.Assessed assessed = bridgingGaps.assessPayment(CaseVariables.caseNumber(execution));
        GapModel.PAID_PARTLY.set(execution, assessed.partly());
        GapModel.PAID_LATE.set(execution, assessed.late());
    }
}
