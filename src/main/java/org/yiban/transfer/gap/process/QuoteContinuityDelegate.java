package org.yiban.transfer.gap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables each way the move may go. */
@Component
class QuoteContinuityDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    QuoteContinuityDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BridgingGaps.Quoted quoted = bridgingGaps.quote(CaseVariables.caseNumber(execution));
        GapModel.QUOTE_REFERRED.set(execution, quoted.referred());
        GapModel.PAYABLE.set(execution, quoted.payable());
    }
}
