package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Finds the facts of the move on record. */
@Component
class DeriveGapFactsDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    DeriveGapFactsDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        GapModel.TO_DECIDE.set(execution, bridgingGaps.deriveFacts(CaseVariables.caseNumber(execution)));
    }
}
