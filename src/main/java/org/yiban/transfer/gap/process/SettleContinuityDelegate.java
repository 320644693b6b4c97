package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Establishes how it ended, and what holds by that. */
@Component
class SettleContinuityDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    SettleContinuityDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        GapModel.REFERRED.set(execution, bridgingGaps.settle(CaseVariables.caseNumber(execution)));
    }
}
