package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.DecidingRefundsByTables;
import org.yiban.refund.RefundModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Finds the facts on record; says whether people look at them. */
@Component
class DeriveRefundFactsDelegate extends CaseDelegate {

    private final DecidingRefundsByTables decidingRefundsByTables;

    DeriveRefundFactsDelegate(DecidingRefundsByTables decidingRefundsByTables) {
        this.decidingRefundsByTables = decidingRefundsByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        RefundModel.FACTS_TO_CHECK.set(
                execution, decidingRefundsByTables.deriveFacts(CaseVariables.caseNumber(execution)));
    }
}
