package org.yiban.payment;

import org.yiban.workflow.Variable;

/** Names that the model of a payment batch and the code share. */
public final class PaymentModel {

    /** The process. */
    public static final String PAYMENT_BATCH = "paymentBatch";
    /** Every payment of the batch has its result. */
    public static final String PAYMENTS_SETTLED = "message_paymentsSettled";
    /** The treasury does not take the file. */
    public static final String PAYMENT_FILE_REFUSED = "message_paymentFileRefused";
    /** Of some payments the treasury does not know what became of them. */
    public static final String RESULTS_UNKNOWN = "message_resultsUnknown";

    /** A second person approves the batch. */
    public static final String APPROVE_BATCH = "userTask_approveBatch";
    /** Finance hands the file over where the treasury is not connected. */
    public static final String DELIVER_FILE = "userTask_deliverFile";
    /** Finance asks after results that are late. */
    public static final String CHASE_RESULTS = "userTask_chaseResults";
    /** Finance takes note that the treasury does not take the file. */
    public static final String CONFIRM_REFUSED_FILE = "userTask_confirmRefusedFile";
    /** Finance settles payments of which the treasury does not know. */
    public static final String SETTLE_UNKNOWN = "userTask_settleUnknown";

    /** What the second person decided. */
    public static final Variable<Boolean> BATCH_APPROVED = new Variable<>("batchApproved", Boolean.class);
    /** Whether the file leaves through the exchange. */
    public static final Variable<Boolean> TREASURY_CONNECTED = new Variable<>("treasuryConnected", Boolean.class);
    /** Until when the treasury has to answer, as a term: {@code P5WD}. */
    public static final Variable<String> RESULTS_TERM = new Variable<>("resultsTerm", String.class);

    private PaymentModel() {}
}
