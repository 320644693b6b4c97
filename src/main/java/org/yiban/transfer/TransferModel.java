package org.yiban.transfer;

import org.yiban.workflow.Variable;

/** The names that the models {@code transfer-in.bpmn} and {@code transfer-out.bpmn} and this module share. */
public final class TransferModel {

    public static final String TRANSFER_IN = "transferIn";
    public static final String TRANSFER_OUT = "transferOut";
    public static final String TRANSFER_CONTRADICTION = "transferContradiction";

    public static final String OTHER_SIDE_CONFIRMATION = "otherSideConfirmation";

    public static final String ACCEPT_APPLICATION = "userTask_acceptApplication";
    public static final String RECORD_SUPPLEMENT = "userTask_recordSupplement";
    public static final String RECORD_LATER_SUPPLEMENT = "userTask_recordLaterSupplement";
    public static final String VERIFY_INFORMATION_TABLE = "userTask_verifyInformationTable";
    public static final String APPROVE_TRANSFER = "userTask_approveTransfer";
    public static final String DECIDE_OBJECTION = "userTask_decideObjection";
    public static final String SETTLE_REFUND_QUESTION = "userTask_settleRefundQuestion";
    public static final String PREPARE_INFORMATION_TABLE = "userTask_prepareInformationTable";
    public static final String SETTLE_CONTRADICTION = "userTask_settleContradiction";

    public static final String CONFIRM_OTHER_SIDE = "userTask_confirmOtherSide";

    public static final String WITHDRAWN = "message_transferWithdrawn";
    public static final String PERSON_DIED = "message_personDied";
    public static final String REOPENED = "message_transferReopened";
    public static final String OBJECTION_FILED = "message_transferObjectionFiled";
    public static final String INFORMATION_TABLE_RECEIVED = "message_informationTableReceived";
    public static final String REFUSED_BY_TRANSFER_OUT_SIDE = "message_refusedByTransferOutSide";
    public static final String COMPLETED_BY_TRANSFER_IN_SIDE = "message_completedByTransferInSide";
    public static final String CLOSED_BY_TRANSFER_IN_SIDE = "message_closedByTransferInSide";
    public static final String QUESTIONS_RECEIVED = "message_questionsReceived";
    /** The other side says against how a case ended: begins what supervisors settle. */
    public static final String OTHER_SIDE_CONTRADICTS = "message_otherSideContradicts";

    /** A supervisor recorded what the other side did: begins its confirmation. */
    public static final String OTHER_SIDE_RECORDED = "message_otherSideRecorded";
    /** The case ended otherwise: ends the confirmation. */
    public static final String CONFIRMATION_OVER = "message_confirmationOver";

    public static final Variable<Boolean> TRANSFER_NEEDED = new Variable<>("transferNeeded", Boolean.class);
    public static final Variable<Boolean> APPLICATION_REFUSED = new Variable<>("applicationRefused", Boolean.class);
    public static final Variable<Boolean> SUPPLEMENT_NEEDED = new Variable<>("supplementNeeded", Boolean.class);
    public static final Variable<Boolean> SUPPLEMENT_RECEIVED = new Variable<>("supplementReceived", Boolean.class);
    public static final Variable<Boolean> DEADLINE_DECIDED = new Variable<>("deadlineDecided", Boolean.class);
    public static final Variable<Boolean> TABLE_CONFIRMED = new Variable<>("informationTableConfirmed", Boolean.class);
    public static final Variable<Boolean> TABLE_QUESTIONED = new Variable<>("tableQuestioned", Boolean.class);
    public static final Variable<Boolean> TRANSFER_REFUSED = new Variable<>("transferRefused", Boolean.class);
    public static final Variable<Boolean> GAP_TO_BRIDGE = new Variable<>("gapToBridge", Boolean.class);
    public static final Variable<Boolean> TRANSFER_RETURNED = new Variable<>("transferReturned", Boolean.class);
    public static final Variable<Boolean> OBJECTION_REJECTED = new Variable<>("objectionRejected", Boolean.class);
    /** When the other side completed the transfer, as it says, as an ISO day. */
    public static final Variable<String> OTHER_SIDE_COMPLETED_ON = new Variable<>("otherSideCompletedOn", String.class);

    private TransferModel() {}
}
