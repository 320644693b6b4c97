package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.policy.Outcome;
import org.yiban.refund.DecidingRefundsByTables;
import org.yiban.refund.RefundModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the tables whether the payment is given back. */
@Component
class DecideRefundEligibilityDelegate extends CaseDelegate {

    private final DecidingRefundsByTables decidingRefundsByTables;

    DecideRefundEligibilityDelegate(DecidingRefundsByTables decidingRefundsByTables) {
        this.decidingRefundsByTables = decidingRefundsByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Outcome outcome = decidingRefundsByTables.decideEligibility(CaseVariables.caseNumber(execution));
        RefundModel.REFERRED.set(execution, outcome == Outcome.REFER);
        RefundModel.INELIGIBLE.set(execution, outcome == Outcome.INELIGIBLE);
    }
}
