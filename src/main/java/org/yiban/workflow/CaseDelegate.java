package org.yiban.workflow;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.yiban.casework.CaseRefusedException;

/**
 * A step of a process: reads typed variables, makes one call, writes typed variables. A refusal that the process handles
 * becomes the BPMN error {@value #REFUSED} here and nowhere else; any other failure propagates, so that the transaction
 * rolls back or the engine tries the job again.
 */
public abstract class CaseDelegate implements JavaDelegate {

    /** Code of the BPMN error that a refused case throws. */
    public static final String REFUSED = "caseRefused";

    @Override
    public final void execute(DelegateExecution execution) throws Exception {
        try {
            run(execution);
        } catch (CaseRefusedException refusal) {
            throw new BpmnError(REFUSED, refusal.getMessage(), refusal);
        }
    }

    /** Does the step. */
    protected abstract void run(DelegateExecution execution);
}
