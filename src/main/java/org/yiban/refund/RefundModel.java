package org.yiban.refund;

import org.yiban.workflow.Variable;

/** The names that the models {@code refund-request.bpmn} and {@code recovery-money.bpmn} and this module share. */
public final class RefundModel {

    public static final String REFUND_REQUEST = "refundRequest";

    public static final String CHECK_FACTS = "userTask_checkFacts";
    public static final String RECORD_SUPPLEMENT = "userTask_recordSupplement";
    public static final String ASSESS_REFUND = "userTask_assessRefund";
    public static final String APPROVE_REFUND = "userTask_approveRefund";
    public static final String DECIDE_REST = "userTask_decideRest";
    public static final String CORRECT_ACCOUNT = "userTask_correctAccount";
    public static final String DECIDE_OBJECTION = "userTask_decideObjection";
    public static final String RETURN_MONEY = "userTask_returnRecoveryMoney";

    public static final String OBJECTION_FILED = "message_objectionFiled";
    public static final String PAYMENT_RETURNED = "message_paymentReturned";
    public static final String PAID = "message_refundPaid";
    public static final String REJECTED = "message_refundRejected";
    public static final String WITHDRAWN = "message_refundWithdrawn";
    public static final String REST_COLLECTED = "message_restCollected";
    public static final String REST_NOT_COLLECTED = "message_restNotCollected";
    public static final String MONEY_TO_RETURN = "message_recoveryMoneyToReturn";

    /** Whether people look at the case; {@code false} only for what was released with its file. */
    public static final Variable<Boolean> FACTS_TO_CHECK = new Variable<>("factsToCheck", Boolean.class);

    public static final Variable<Boolean> SUPPLEMENT_NEEDED = new Variable<>("supplementNeeded", Boolean.class);
    public static final Variable<Boolean> FACTS_REFUSED = new Variable<>("factsRefused", Boolean.class);
    public static final Variable<Boolean> SUPPLEMENT_RECEIVED = new Variable<>("supplementReceived", Boolean.class);
    public static final Variable<Boolean> INELIGIBLE = new Variable<>("refundIneligible", Boolean.class);
    public static final Variable<Boolean> REFERRED = new Variable<>("refundReferred", Boolean.class);
    public static final Variable<Boolean> NOTHING_TO_REFUND = new Variable<>("nothingToRefund", Boolean.class);
    public static final Variable<Boolean> RETURNED = new Variable<>("refundReturned", Boolean.class);
    public static final Variable<Boolean> RELATION_ENDS = new Variable<>("relationEnds", Boolean.class);
    public static final Variable<Boolean> ACCOUNT_TO_RECOVER = new Variable<>("accountToRecover", Boolean.class);
    public static final Variable<Boolean> REST_TO_COLLECT = new Variable<>("restToCollect", Boolean.class);
    public static final Variable<Boolean> COLLECT_AGAIN = new Variable<>("collectAgain", Boolean.class);
    public static final Variable<Boolean> OBJECTION_REJECTED = new Variable<>("objectionRejected", Boolean.class);

    /** The engine's group of those who approve: by the amount. */
    public static final Variable<String> APPROVERS = new Variable<>("refundApprovers", String.class);

    /** The money that is to be returned, by the reference under which it stands among what closes nothing. */
    public static final Variable<String> MONEY = new Variable<>("recoveryMoney", String.class);

    private RefundModel() {}
}
