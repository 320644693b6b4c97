package org.yiban.backpay.arrears.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.AnsweringObjections;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** What was decided is taken back, and reviewed again. */
@Component
class RecallArrearsDelegate extends CaseDelegate {

    private final AnsweringObjections answeringObjections;

    RecallArrearsDelegate(AnsweringObjections answeringObjections) {
        this.answeringObjections = answeringObjections;
    }

    @Override
    protected void run(DelegateExecution execution) {
        answeringObjections.recall(CaseVariables.caseNumber(execution));
    }
}
