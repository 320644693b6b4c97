package org.yiban.transfer.gap;

import org.yiban.workflow.Variable;

/** The names that the model {@code benefit-gap.bpmn}, the models that call it, and this package share. */
public final class GapModel {

    public static final String BENEFIT_GAP = "benefitGap";

    public static final String CHECK_FACTS = "userTask_checkGapFacts";
    public static final String RECORD_CHOICE = "userTask_recordGapChoice";
    public static final String DECIDE_REST = "userTask_decideGapRest";
    public static final String DECIDE_LATE = "userTask_decideLateGap";
    public static final String RETURN_MONEY = "userTask_returnGapMoney";

    /** Begins the payment that the applicant chose. */
    public static final String PAYMENT_CHOSEN = "message_gapPaymentChosen";
    /** What became of that money is on record. */
    public static final String PAYMENT_SETTLED = "message_gapPaymentSettled";
    /** Money came that closes no gap: begins its return. */
    public static final String MONEY_TO_RETURN = "message_gapMoneyToReturn";

    /** Whether there is something to decide: not where a payment is under way since an earlier call. */
    public static final Variable<Boolean> TO_DECIDE = new Variable<>("gapToDecide", Boolean.class);

    /** Whether the tables leave open what holds, whether the gap is paid or not. */
    public static final Variable<Boolean> QUOTE_REFERRED = new Variable<>("gapQuoteReferred", Boolean.class);

    public static final Variable<Boolean> PAYABLE = new Variable<>("gapPayable", Boolean.class);
    public static final Variable<Boolean> TO_PAY = new Variable<>("gapToPay", Boolean.class);
    public static final Variable<Boolean> PAID_PARTLY = new Variable<>("gapPaidPartly", Boolean.class);
    public static final Variable<Boolean> PAID_LATE = new Variable<>("gapPaidLate", Boolean.class);
    public static final Variable<Boolean> REST_TO_COLLECT = new Variable<>("gapRestToCollect", Boolean.class);
    /** Whether the tables leave open what holds in the end. */
    public static final Variable<Boolean> REFERRED = new Variable<>("gapReferred", Boolean.class);
    /** When waiting for the money ends, as an ISO instant. */
    public static final Variable<String> TERM_OVER_AT = new Variable<>("gapTermOverAt", String.class);
    /** Number of the receipt of money that is to be returned, in our own count. */
    public static final Variable<Long> MONEY = new Variable<>("gapMoney", Long.class);

    private GapModel() {}
}
