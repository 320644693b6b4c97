package org.yiban.backpay;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.yiban.kernel.BusinessTime;
import org.yiban.workflow.Variable;

/** The names that the models {@code retirement-backpay.bpmn} and {@code backpay-money.bpmn} and this module share. */
public final class BackpayModel {

    public static final String RETIREMENT_BACKPAY = "retirementBackpay";

    public static final String REVIEW_YEARS = "userTask_reviewYears";
    public static final String APPROVE_YEARS = "userTask_approveYears";
    public static final String CONFIRM_YEARS = "userTask_confirmYears";
    public static final String RECORD_CHOICE = "userTask_recordBackpayChoice";
    public static final String APPROVE_QUOTE = "userTask_approveQuote";
    public static final String DECIDE_REST = "userTask_decideBackpayRest";
    public static final String STATE_CREDIT = "userTask_stateAccountCredit";
    public static final String APPROVE_CREDIT = "userTask_approveAccountCredit";
    public static final String DECIDE_OBJECTION = "userTask_decideBackpayObjection";
    public static final String RETURN_MONEY = "userTask_returnBackpayMoney";
    public static final String SETTLE_REFUND_QUESTION = "userTask_settleBackpayRefundQuestion";

    /** What became of the money that was ordered is on record. */
    public static final String SETTLED = "message_backpaySettled";
    /** The applicant withdrew. */
    public static final String WITHDRAWN = "message_backpayWithdrawn";
    /** The person has died. */
    public static final String APPLICANT_DIED = "message_applicantDied";
    /** An objection opens the case again. */
    public static final String OBJECTION_FILED = "message_backpayObjectionFiled";
    /** A plan of monthly contributions came to its end and opens the case again. */
    public static final String PLAN_ENDED = "message_planEnded";
    /** Money came that closes no gap: begins its return. */
    public static final String MONEY_TO_RETURN = "message_backpayMoneyToReturn";
    /** The person died before benefits began: begins the question what is refunded. */
    public static final String REFUND_QUESTION = "message_backpayRefundQuestion";

    /** Whether months, or service that counts, were decided by hand: another person looks at it. */
    public static final Variable<Boolean> YEARS_CORRECTED = new Variable<>("yearsCorrected", Boolean.class);

    public static final Variable<Boolean> REFUSED = new Variable<>("backpayRefused", Boolean.class);
    public static final Variable<Boolean> RETURNED = new Variable<>("backpayReturned", Boolean.class);
    public static final Variable<Boolean> YEARS_DISPUTED = new Variable<>("yearsDisputed", Boolean.class);
    public static final Variable<Boolean> YEARS_MET = new Variable<>("yearsMet", Boolean.class);
    public static final Variable<Boolean> YEARS_REFERRED = new Variable<>("yearsReferred", Boolean.class);
    public static final Variable<Boolean> MONTHLY_CHOSEN = new Variable<>("monthlyChosen", Boolean.class);
    public static final Variable<Boolean> RESIDENT_CHOSEN = new Variable<>("residentChosen", Boolean.class);
    public static final Variable<Boolean> PRICE_REFERRED = new Variable<>("priceReferred", Boolean.class);
    public static final Variable<Boolean> PRICE_MISSING = new Variable<>("priceMissing", Boolean.class);
    /** Whether what came in before covers the price. */
    public static final Variable<Boolean> NOTHING_TO_PAY = new Variable<>("nothingToPay", Boolean.class);

    /** Whether the ways to close the gap are weighed once more. */
    public static final Variable<Boolean> WEIGH_AGAIN = new Variable<>("weighAgain", Boolean.class);

    public static final Variable<Boolean> PAID_PARTLY = new Variable<>("backpayPaidPartly", Boolean.class);
    public static final Variable<Boolean> NEXT_INSTALMENT = new Variable<>("nextInstalment", Boolean.class);
    public static final Variable<Boolean> QUOTE_EXPIRED = new Variable<>("quoteExpired", Boolean.class);
    public static final Variable<Boolean> REST_TO_PAY = new Variable<>("backpayRestToPay", Boolean.class);
    public static final Variable<Boolean> CREDIT_TO_STATE = new Variable<>("creditToState", Boolean.class);
    /** Whether the age is still to be reached. */
    public static final Variable<Boolean> AGE_AHEAD = new Variable<>("ageAhead", Boolean.class);

    /** Whether the applicant waits for it before choosing how to close a gap. */
    public static final Variable<Boolean> AGE_AWAITED = new Variable<>("ageAwaited", Boolean.class);

    public static final Variable<Boolean> OBJECTION_REJECTED =
            new Variable<>("backpayObjectionRejected", Boolean.class);

    /** When waiting for the money ends, as an ISO instant. */
    public static final Variable<String> TERM_OVER_AT = new Variable<>("backpayTermOverAt", String.class);
    /** When the age is reached, likewise. */
    public static final Variable<String> AGE_REACHED_AT = new Variable<>("ageReachedAt", String.class);
    /** The engine's group of those who approve: by the amount. */
    public static final Variable<String> APPROVERS = new Variable<>("backpayApprovers", String.class);
    /** Number of a receipt of money, in our own count. */
    public static final Variable<Long> RECEIPT = new Variable<>("backpayReceipt", Long.class);

    private BackpayModel() {}

    /** The beginning of a day, as an ISO instant. */
    public static String startOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(BusinessTime.ZONE));
    }
}
