package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.policy.Outcome;
import org.yiban.refund.DecidingRefundsByTables;
import org.yiban.refund.RefundModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by what a senior decided where the documents are silent. */
@Component
class AdoptSeniorDecisionDelegate extends CaseDelegate {

    private final DecidingRefundsByTables decidingRefundsByTables;

    AdoptSeniorDecisionDelegate(DecidingRefundsByTables decidingRefundsByTables) {
        this.decidingRefundsByTables = decidingRefundsByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Outcome outcome = decidingRefundsByTables.adoptSeniorDecision(CaseVariables.caseNumber(execution));
        RefundModel.REFERRED.set(execution, false);
        RefundModel.INELIGIBLE.set(execution, outcome == Outcome.INELIGIBLE);
    }
}
