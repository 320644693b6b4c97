package org.yiban.workflow.clock;

import org.yiban.kernel.CaseNumber;
import org.yiban.workflow.Variable;

/** The names that the model {@code deadline-supervision.bpmn} and this module share. */
public final class SupervisionModel {

    public static final String PROCESS = "deadlineSupervision";

    public static final String SUPERVISE_DEADLINE = "userTask_superviseDeadline";

    /** There is nothing to supervise any more. */
    public static final String OVER = "message_supervisionOver";

    /** Begins to wait for the day on which a case whose clock somebody stopped is looked at. */
    public static final String CLOCK_PAUSED = "message_clockPaused";

    /** When the case is looked at again if it is still open, as an ISO instant. */
    public static final Variable<String> NEXT_LOOK_AT = new Variable<>("nextLookAt", String.class);

    /** What the supervisor is asked to look after, in Chinese. */
    public static final Variable<String> SUBJECT = new Variable<>("subject", String.class);

    private static final String SUFFIX = "/supervision";

    private SupervisionModel() {}

    /** The business key of the supervision of a case: not the case's own, whose process goes on beside it. */
    public static String businessKey(CaseNumber number) {
        return number + SUFFIX;
    }
}
