package org.yiban.refund.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.refund.DecidingRefundsByTables;
import org.yiban.refund.RefundModel;
import org.yiban.refund.RefundResult;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Counts what is given back and claims its months. */
@Component
class CalculateRefundDelegate extends CaseDelegate {

    private final DecidingRefundsByTables decidingRefundsByTables;

    CalculateRefundDelegate(DecidingRefundsByTables decidingRefundsByTables) {
        this.decidingRefundsByTables = decidingRefundsByTables;
    }

    @Override
    protected void run(DelegateExecution execution) {
        RefundResult result = decidingRefundsByTables.calculate(CaseVariables.caseNumber(execution));
        RefundModel.NOTHING_TO_REFUND.set(execution, result.nothing());
        RefundModel.RELATION_ENDS.set(execution, result.relationEnds());
        RefundModel.ACCOUNT_TO_RECOVER.set(execution, result.accountToRecover());
    }
}
