package org.yiban.workflow;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * What an interrupting event ended is waited for no more: who has died does not withdraw. The engine lets a process that
 * follows another model wait for all events of its scope anew, those that an interrupting one ended as well.
 */
@Component
class InterruptedScopes {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl configuration;

    InterruptedScopes(ProcessEngine engine, RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Ends the waiting for events of scopes in which an interrupting event goes on. */
    void waitForNothingElse(String processInstanceId) {
        Set<String> ended = activities(runtime.getActivityInstance(processInstanceId))
                .flatMap(this::endedBy)
                .collect(Collectors.toSet());
        if (ended.isEmpty()) {
            return;
        }
        runtime.createEventSubscriptionQuery().processInstanceId(processInstanceId).list().stream()
                .filter(each -> ended.contains(each.getActivityId()))
                .forEach(this::end);
    }

    private static Stream<ActivityInstance> activities(ActivityInstance instance) {
        return Stream.concat(
                Stream.of(instance),
                Stream.of(instance.getChildActivityInstances()).flatMap(InterruptedScopes::activities));
    }

    /** The starts of all event sub-processes beside this one, if it is one that interrupts. */
    private Stream<String> endedBy(ActivityInstance activity) {
        ModelElementInstance element = repository
                .getBpmnModelInstance(activity.getProcessDefinitionId())
                .getModelElementById(activity.getActivityId());
        if (!(element instanceof SubProcess subProcess) || starts(subProcess).noneMatch(StartEvent::isInterrupting)) {
            return Stream.empty();
        }
        return subProcess.getParentElement().getChildElementsByType(SubProcess.class).stream()
                .flatMap(InterruptedScopes::starts)
                .map(FlowElement::getId);
    }

    private static Stream<StartEvent> starts(SubProcess subProcess) {
        Collection<StartEvent> starts = subProcess.getChildElementsByType(StartEvent.class);
        return subProcess.triggeredByEvent() ? starts.stream() : Stream.empty();
    }

    private void end(EventSubscription subscription) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getEventSubscriptionManager()
                    .findEventSubscriptionById(subscription.getId())
                    .delete();
            return null;
        });
    }
}
