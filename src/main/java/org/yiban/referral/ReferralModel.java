package org.yiban.referral;

import org.yiban.workflow.Variable;

/** The names that the model {@code senior-decision.bpmn}, the models that call it, and this module share. */
public final class ReferralModel {

    public static final String SENIOR_DECISION = "seniorDecision";

    public static final String DECIDE = "userTask_decideReferral";

    /** The family of decisions that came to REFER; the caller sets it before the call. */
    public static final Variable<String> DECISION_FAMILY = new Variable<>("decisionFamily", String.class);

    private ReferralModel() {}
}
