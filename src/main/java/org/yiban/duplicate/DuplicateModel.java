package org.yiban.duplicate;

import org.yiban.workflow.Variable;

/** The names that the models {@code duplicate-enrolment.bpmn} and {@code relation-restoration.bpmn} and this module share. */
public final class DuplicateModel {

    public static final String DUPLICATE_ENROLMENT = "duplicateEnrolment";

    /** The process beside a counterpart's case whose request was withdrawn. */
    public static final String RELATION_RESTORATION = "relationRestoration";

    public static final String CHECK_FACTS = "userTask_checkDuplicateFacts";
    public static final String SETTLE = "userTask_settleDuplicate";
    public static final String RECORD_CHOICE = "userTask_recordChoice";
    public static final String APPROVE = "userTask_approveDuplicate";
    public static final String RECORD_ANSWER = "userTask_recordAnswer";
    public static final String ANSWER_COUNTERPART = "userTask_answerCounterpart";
    public static final String DECIDE_OBJECTION = "userTask_decideObjection";

    public static final String CHECK_RESTORATION = "userTask_checkRestoration";
    public static final String APPROVE_RESTORATION = "userTask_approveRestoration";

    public static final String ENDING_WITHDRAWN = "message_endingWithdrawn";
    /** The other pool withdraws its request before anything was done here. */
    public static final String REQUEST_WITHDRAWN = "message_requestWithdrawn";

    public static final String ENDING_ASKED = "message_endingAsked";
    public static final String COUNTERPART_AGREED = "message_counterpartAgreed";
    public static final String COUNTERPART_SAID_NO = "message_counterpartRefused";
    public static final String OBJECTION_FILED = "message_duplicateObjectionFiled";

    public static final Variable<Boolean> NOT_DUPLICATE = new Variable<>("notDuplicate", Boolean.class);
    public static final Variable<Boolean> REFERRED = new Variable<>("duplicateReferred", Boolean.class);
    /** Whether the decision says that benefits are not paid until it is clear what stays. */
    public static final Variable<Boolean> SUSPEND_PAYMENTS = new Variable<>("suspendPayments", Boolean.class);
    /** Whether benefits are not paid for now, by this decision or an earlier one. */
    public static final Variable<Boolean> BENEFITS_SUSPENDED = new Variable<>("benefitsSuspended", Boolean.class);

    public static final Variable<Boolean> PERSON_ASKED = new Variable<>("personAsked", Boolean.class);
    public static final Variable<Boolean> RETURNED = new Variable<>("duplicateReturned", Boolean.class);
    /** Whether another pool asked for what this case does. */
    public static final Variable<Boolean> COUNTERPART = new Variable<>("counterpart", Boolean.class);

    public static final Variable<Boolean> ENDS_HERE = new Variable<>("endsHere", Boolean.class);
    public static final Variable<Boolean> COUNTERPART_REFUSED = new Variable<>("counterpartRefused", Boolean.class);
    public static final Variable<Boolean> ENDING_REFUSED = new Variable<>("endingRefused", Boolean.class);
    public static final Variable<Boolean> RESTORATION_REFUSED = new Variable<>("restorationRefused", Boolean.class);
    public static final Variable<Boolean> RESTORATION_RETURNED = new Variable<>("restorationReturned", Boolean.class);
    public static final Variable<Boolean> OBJECTION_REJECTED = new Variable<>("objectionRejected", Boolean.class);

    private DuplicateModel() {}
}
