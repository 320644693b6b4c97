package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the applicant what holds. */
@Component
class TellContinuityDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    TellContinuityDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        bridgingGaps.tell(CaseVariables.caseNumber(execution));
    }
}
