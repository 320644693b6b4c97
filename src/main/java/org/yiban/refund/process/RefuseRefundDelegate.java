package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.ClosingRefunds;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Tells why nothing is given back and how to object, and closes the case. */
@Component
class RefuseRefundDelegate extends CaseDelegate {

    private final ClosingRefunds closingRefunds;

    RefuseRefundDelegate(ClosingRefunds closingRefunds) {
        this.closingRefunds = closingRefunds;
    }

    @Override
    protected void run(DelegateExecution execution) {
        closingRefunds.refuse(CaseVariables.caseNumber(execution));
    }
}
