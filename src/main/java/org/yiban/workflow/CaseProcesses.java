package org.yiban.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Starts the process of a case and passes messages to it. The application does this on its own authority, after it has
 * checked the person's; no person may do it directly in the engine.
 */
@Component
public class CaseProcesses {

    private final RuntimeService runtime;
    private final Access access;
    private final ApplicationEventPublisher events;

    CaseProcesses(RuntimeService runtime, Access access, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.access = access;
        this.events = events;
    }

    /** Starts a process for a case in its pool; joins the caller's transaction. */
    public void start(String processKey, CaseNumber number, RegionCode pool, Map<String, Object> variables) {
        events.publishEvent(new CaseProcessStarting(number));
        access.asApplication(() -> runtime.createProcessInstanceByKey(processKey)
                .processDefinitionWithoutTenantId()
                .businessKey(number.value())
                .setVariables(variables)
                .setVariable(CaseVariables.CASE_NUMBER.name(), number.value())
                .setVariable(CaseVariables.POOL.name(), pool.value())
                .execute());
    }

    /** Starts a process for a case in its pool by the message that begins it; joins the caller's transaction. */
    public void startByMessage(String messageName, CaseNumber number, RegionCode pool, Map<String, Object> variables) {
        startByMessage(number.value(), messageName, number, pool, variables);
    }

    /**
     * Starts a process that goes on beside that of a case, likewise.
     *
     * @param word what tells it from others beside the case: small letters
     */
    public void startBeside(
            String word, String messageName, CaseNumber number, RegionCode pool, Map<String, Object> variables) {
        startByMessage(beside(number, word), messageName, number, pool, variables);
    }

    private void startByMessage(
            String businessKey, String messageName, CaseNumber number, RegionCode pool, Map<String, Object> variables) {
        access.asApplication(() -> runtime.createMessageCorrelation(messageName)
                .withoutTenantId()
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .setVariable(CaseVariables.CASE_NUMBER.name(), number.value())
                .setVariable(CaseVariables.POOL.name(), pool.value())
                .correlateStartMessage());
    }

    /** Passes a message to the case's process; {@code false} if it does not wait for it now. */
    public boolean tell(String messageName, CaseNumber number, RegionCode pool) {
        return tell(number.value(), messageName, pool);
    }

    /** Whether the case's process waits for a message now. */
    public boolean waits(String messageName, CaseNumber number, RegionCode pool) {
        return access.asApplication(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(number.value())
                        .messageEventSubscriptionName(messageName)
                        .tenantIdIn(pool.value())
                        .count()
                > 0);
    }

    /** Passes a message to a process beside that of a case; {@code false} if it does not wait for it now. */
    public boolean tellBeside(String word, String messageName, CaseNumber number, RegionCode pool) {
        return tell(beside(number, word), messageName, pool);
    }

    private boolean tell(String businessKey, String messageName, RegionCode pool) {
        List<MessageCorrelationResult> heard = access.asApplication(() -> runtime.createMessageCorrelation(messageName)
                .processInstanceBusinessKey(businessKey)
                .tenantId(pool.value())
                .correlateAllWithResult());
        if (heard.size() > 1) {
            throw new IllegalStateException(
                    heard.size() + " executions of case " + businessKey + " wait for " + messageName);
        }
        return !heard.isEmpty();
    }

    private static String beside(CaseNumber number, String word) {
        return number.value() + "/" + word;
    }
}
