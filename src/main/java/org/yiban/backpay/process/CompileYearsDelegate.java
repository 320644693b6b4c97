package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.JudgingYears;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Compiles the months from the record. */
@Component
class CompileYearsDelegate extends CaseDelegate {

    private final JudgingYears judgingYears;

    CompileYearsDelegate(JudgingYears judgingYears) {
        this.judgingYears = judgingYears;
    }

    @Override
    protected void run(DelegateExecution execution) {
        judgingYears.compile(CaseVariables.caseNumber(execution));
    }
}
