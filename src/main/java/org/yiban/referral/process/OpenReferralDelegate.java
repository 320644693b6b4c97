package org.yiban.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.referral.ReferralModel;
import org.yiban.referral.Referrals;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Puts a decision before the seniors of the pool. */
@Component
class OpenReferralDelegate extends CaseDelegate {

    private final Referrals referrals;

    OpenReferralDelegate(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    protected void run(DelegateExecution execution) {
        referrals.open(
                CaseVariables.caseNumber(execution),
                new RegionCode(CaseVariables.POOL.from(execution)),
                ReferralModel.DECISION_FAMILY.from(execution));
    }
}
