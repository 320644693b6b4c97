package org.yiban.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.transfer.PreparingApproval;
import org.yiban.transfer.TransferModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Looks for relations that stand twice, and whether benefits are to be bridged. */
@Component
class PrepareTransferApprovalDelegate extends CaseDelegate {

    private final PreparingApproval preparingApproval;

    PrepareTransferApprovalDelegate(PreparingApproval preparingApproval) {
        this.preparingApproval = preparingApproval;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TransferModel.GAP_TO_BRIDGE.set(execution, preparingApproval.prepare(CaseVariables.caseNumber(execution)));
    }
}
