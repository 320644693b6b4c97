package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.AnsweringObjections;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** What was decided stands. */
@Component
class UpholdArrearsDelegate extends CaseDelegate {

    private final AnsweringObjections answeringObjections;

    UpholdArrearsDelegate(AnsweringObjections answeringObjections) {
        this.answeringObjections = answeringObjections;
    }

    @Override
    protected void run(DelegateExecution execution) {
        AnsweringObjections.Upheld upheld = answeringObjections.uphold(CaseVariables.caseNumber(execution));
        ArrearsModel.CLOSED_BEFORE.set(execution, upheld.closedBefore());
        ArrearsModel.HEARD.set(execution, upheld.heard());
    }
}
