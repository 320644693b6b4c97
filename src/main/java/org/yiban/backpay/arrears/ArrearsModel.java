package org.yiban.backpay.arrears;

import org.yiban.workflow.Variable;

/** The names that the model {@code employer-arrears.bpmn} and this package share. */
public final class ArrearsModel {

    public static final String EMPLOYER_ARREARS = "employerArrears";

    public static final String REVIEW = "userTask_reviewArrears";
    public static final String APPROVE = "userTask_approveArrears";
    public static final String DECIDE_UNPAID = "userTask_decideUnpaidArrears";
    public static final String DECIDE_OBJECTION = "userTask_decideArrearsObjection";
    public static final String RETURN_MONEY = "userTask_returnArrearsMoney";

    public static final String SETTLED = "message_arrearsSettled";
    public static final String OBJECTION_FILED = "message_arrearsObjectionFiled";
    public static final String NOTICE_CONTESTED = "message_arrearsNoticeContested";
    public static final String MONEY_TO_RETURN = "message_arrearsMoneyToReturn";

    public static final Variable<Boolean> REFUSED = new Variable<>("arrearsRefused", Boolean.class);
    public static final Variable<Boolean> REFERRED = new Variable<>("arrearsReferred", Boolean.class);
    public static final Variable<Boolean> UNPAYABLE = new Variable<>("arrearsUnpayable", Boolean.class);
    public static final Variable<Boolean> RETURNED = new Variable<>("arrearsReturned", Boolean.class);
    public static final Variable<Boolean> COLLECTED = new Variable<>("arrearsCollected", Boolean.class);
    public static final Variable<Boolean> UNPAID = new Variable<>("arrearsUnpaid", Boolean.class);
    public static final Variable<Boolean> GIVEN_UP = new Variable<>("arrearsGivenUp", Boolean.class);

    public static final Variable<Boolean> OBJECTION_REJECTED =
            new Variable<>("arrearsObjectionRejected", Boolean.class);

    /** Whether the case was closed before the objection that was rejected, and is again. */
    public static final Variable<Boolean> CLOSED_BEFORE = new Variable<>("arrearsClosedBefore", Boolean.class);

    /** Whether the tax bureau said what became of the money while an objection was looked at. */
    public static final Variable<Boolean> HEARD = new Variable<>("arrearsHeard", Boolean.class);

    /** When nobody waits any more for word of the payment, ISO date and time. */
    public static final Variable<String> TERM_OVER_AT = new Variable<>("arrearsTermOverAt", String.class);

    /** The money that is to be returned, by our count. */
    public static final Variable<Long> MONEY = new Variable<>("arrearsMoney", Long.class);

    private ArrearsModel() {}
}
