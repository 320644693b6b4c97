package org.yiban.transfer.gap.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.gap.BridgingGaps;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Orders what is to come in. */
@Component
class OrderGapPaymentDelegate extends CaseDelegate {

    private final BridgingGaps bridgingGaps;

    OrderGapPaymentDelegate(BridgingGaps bridgingGaps) {
        this.bridgingGaps = bridgingGaps;
    }

    @Override
    protected void run(DelegateExecution execution) {
        GapModel.TERM_OVER_AT.set(
                execution,
                bridgingGaps
                        .orderPayment(CaseVariables.caseNumber(execution))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
