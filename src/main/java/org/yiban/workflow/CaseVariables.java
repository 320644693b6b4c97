package org.yiban.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.yiban.kernel.CaseNumber;

/** The variables that every case's process carries. */
public final class CaseVariables {

    /** The case's number; it is the business key, too. */
    public static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);
    /** Code of the pool whose case it is; the instance's tenant is taken from it. */
    public static final Variable<String> POOL = new Variable<>("pool", String.class);

    private CaseVariables() {}

    /** The number of the case that the execution belongs to. */
    public static CaseNumber caseNumber(VariableScope scope) {
        return new CaseNumber(CASE_NUMBER.from(scope));
    }
}
