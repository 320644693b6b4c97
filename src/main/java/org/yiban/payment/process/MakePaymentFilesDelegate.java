package org.yiban.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.payment.PaymentModel;
import org.yiban.payment.RunningBatches;
import org.yiban.payment.RunningBatches.Leaving;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Makes the files of an approved batch; its payments leave with them. */
@Component
class MakePaymentFilesDelegate extends CaseDelegate {

    private final RunningBatches batches;

    MakePaymentFilesDelegate(RunningBatches batches) {
        this.batches = batches;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Leaving leaving = batches.makeFiles(CaseVariables.caseNumber(execution));
        PaymentModel.TREASURY_CONNECTED.set(execution, leaving.connected());
        PaymentModel.RESULTS_TERM.set(execution, "P" + leaving.workingDays() + "WD");
    }
}
