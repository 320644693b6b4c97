package org.yiban.workflow;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.yiban.kernel.CaseNumber;

/** The variables that every case's process carries. */
public final class CaseVariables {

    /** The case's number; it is the business key, too. */
    public static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);
    /** Code of the pool whose case it is; the instance's tenant is taken from it. */
    public static final Variable<String> POOL = new Variable<>("pool", String.class);
    /** The last second of the due day, ISO with offset: due date of the tasks. */
    public static final Variable<String> DUE_AT = new Variable<>("dueAt", String.class);
    /** The first instant after the due day, ISO with offset: when the timer fires. */
    public static final Variable<String> OVERDUE_AT = new Variable<>("overdueAt", String.class);

    private CaseVariables() {}

    /** The number of the case that the execution belongs to. */
    public static CaseNumber caseNumber(VariableScope scope) {
        return new CaseNumber(CASE_NUMBER.from(scope));
    }

    /** The two variables that say until when a case is due. */
    public static Map<String, Object> deadline(ZonedDateTime passesAt) {
        return Map.of(
                DUE_AT.name(), passesAt.minusSeconds(1).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                OVERDUE_AT.name(), passesAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
