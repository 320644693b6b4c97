package org.yiban.backpay.arrears.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.arrears.CollectingArrears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells the employer what it owes, and orders the money. */
@Component
class OrderArrearsDelegate extends CaseDelegate {

    private final CollectingArrears collectingArrears;

    OrderArrearsDelegate(CollectingArrears collectingArrears) {
        this.collectingArrears = collectingArrears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        ArrearsModel.TERM_OVER_AT.set(
                execution,
                collectingArrears
                        .order(CaseVariables.caseNumber(execution))
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
