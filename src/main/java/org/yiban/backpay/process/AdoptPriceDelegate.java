package org.yiban.backpay.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.NamingPrices;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Goes on by the price that a senior named. */
@Component
class AdoptPriceDelegate extends CaseDelegate {

    private final NamingPrices namingPrices;

    AdoptPriceDelegate(NamingPrices namingPrices) {
        this.namingPrices = namingPrices;
    }

    @Override
    protected void run(DelegateExecution execution) {
        String approvers = namingPrices.adoptSeniorDecision(CaseVariables.caseNumber(execution));
        BackpayModel.PRICE_MISSING.set(execution, approvers == null);
        BackpayModel.APPROVERS.set(execution, approvers);
    }
}
