package org.yiban.workflow.clock;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What of a model hangs on the clock of its case.
 *
 * @param timers id of the event → what it waits for
 * @param tasks id of the user task → what it is due at
 */
record ClockedModel(Map<String, ClockInstant> timers, Map<String, ClockInstant> tasks) {

    static ClockedModel of(BpmnModelInstance model) {
        return new ClockedModel(
                model.getModelElementsByType(TimerEventDefinition.class).stream()
                        .flatMap(timer -> entry(timer.getParentElement(), text(timer.getTimeDate())))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                model.getModelElementsByType(UserTask.class).stream()
                        .flatMap(task -> entry(task, task.getCamundaDueDate()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whether nothing of the model hangs on the clock. */
    boolean isFree() {
        return timers.isEmpty() && tasks.isEmpty();
    }

    private static String text(Expression expression) {
        return expression == null ? null : expression.getTextContent();
    }

    private static Stream<Map.Entry<String, ClockInstant>> entry(Object element, String written) {
        Optional<ClockInstant> instant = ClockInstant.writtenAs(written);
        return instant.map(each -> Map.entry(((BaseElement) element).getId(), each)).stream();
    }
}
