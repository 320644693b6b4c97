package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by what a senior decided where the documents are silent. */
@Component
class AdoptContinuityDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    AdoptContinuityDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        GapModel.PAYABLE.set(execution, bridgingGaps.adoptSeniorDecision(CaseVariables.caseNumber(execution)));
    }
}
