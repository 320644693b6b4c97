package org.yiban.transfer;

import org.yiban.workflow.Variable;

/** The names that the models {@code transfer-in.bpmn} and {@code transfer-out.bpmn} and this module share. */
public final class TransferModel {

    public static final String TRANSFER_IN = "transferIn";
    public static final String TRANSFER_OUT = "transferOut";

    public static final String ACCEPT_APPLICATION = "userTask_acceptApplication";
    public static final String SET_DEADLINE = "userTask_setDeadline";
    public static final String VERIFY_INFORMATION_TABLE = "userTask_verifyInformationTable";
    public static final String PREPARE_INFORMATION_TABLE = "userTask_prepareInformationTable";

    public static final String WITHDRAWN = "message_transferWithdrawn";
    public static final String INFORMATION_TABLE_RECEIVED = "message_informationTableReceived";
    public static final String REFUSED_BY_TRANSFER_OUT_SIDE = "message_refusedByTransferOutSide";
    public static final String COMPLETED_BY_TRANSFER_IN_SIDE = "message_completedByTransferInSide";
    public static final String CLOSED_BY_TRANSFER_IN_SIDE = "message_closedByTransferInSide";

    public static final String QUESTIONS_RECEIVED = "message_questionsReceived";

    public static final Variable<Boolean> TRANSFER_NEEDED = new Variable<>("transferNeeded", Boolean.class);
    public static final Variable<Boolean> APPLICATION_ACCEPTED = new Variable<>("applicationAccepted", Boolean.class);
    public static final Variable<Boolean> DEADLINE_DECIDED = new Variable<>("deadlineDecided", Boolean.class);
    public static final Variable<Boolean> TABLE_CONFIRMED = new Variable<>("informationTableConfirmed", Boolean.class);
    public static final Variable<Boolean> TRANSFER_VERIFIED = new Variable<>("transferVerified", Boolean.class);

    private TransferModel() {}
}
