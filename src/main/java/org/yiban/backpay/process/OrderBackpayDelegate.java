package org.yiban.backpay.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.CollectingBackpays;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Orders the money. */
@Component
class OrderBackpayDelegate extends CaseDelegate {

    private final CollectingBackpays collectingBackpays;

    OrderBackpayDelegate(CollectingBackpays collectingBackpays) {
        this.collectingBackpays = collectingBackpays;
    }

    @Override
    protected void run(DelegateExecution execution) {
        BackpayModel.TERM_OVER_AT.set(
                execution,
                collectingBackpays
                        .order(CaseVariables.caseNumber(execution))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
