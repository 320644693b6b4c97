package org.yiban.cockpit.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.CaseClock;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/** Reads the clocks for the cards of Tasklist: of the tasks asked for, those that the person may see and that have one. */
@Component
class TaskCards {

    private static final int MOST_AT_ONCE = 100;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Clocks clocks;
    private final Access access;
    private final BusinessTime time;

    TaskCards(TaskService tasks, RuntimeService runtime, Clocks clocks, Access access, BusinessTime time) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.clocks = clocks;
        this.access = access;
        this.time = time;
    }

    List<TaskCard> of(List<String> taskIds) {
        if (taskIds.size() > MOST_AT_ONCE) {
            throw ProblemException.invalid("taskId", String.valueOf(taskIds.size()), "一次最多 " + MOST_AT_ONCE + " 项待办");
        }
        List<Task> seen =
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
        if (seen.isEmpty()) {
            return List.of();
        }
        Map<String, CaseNumber> cases = casesOf(seen);
        LocalDate today = time.today();
        Map<CaseNumber, ClockReading> readings = cases.values().stream()
                .distinct()
                .flatMap(number -> clocks.of(number).stream())
                .collect(Collectors.toMap(CaseClock::caseNumber, clock -> clock.read(today)));
        return seen.stream()
                .flatMap(task -> card(task, cases.get(task.getProcessInstanceId()), readings))
                .toList();
    }

    private static Stream<TaskCard> card(Task task, CaseNumber number, Map<CaseNumber, ClockReading> readings) {
        return Optional.ofNullable(number == null ? null : readings.get(number))
                .map(reading -> TaskCard.of(task.getId(), number, reading))
                .stream();
    }

    /** The cases that processes belong to; one that carries no case, such as a publication, is left out. */
    private Map<String, CaseNumber> casesOf(List<Task> seen) {
        var instances = seen.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return access
                .asApplication(() -> runtime.createProcessInstanceQuery()
                        .processInstanceIds(instances)
                        .list())
                .stream()
                .filter(instance -> CaseTasks.caseOf(instance.getBusinessKey()).isPresent())
                .collect(
                        Collectors.toMap(ProcessInstance::getId, instance -> CaseTasks.caseOf(instance.getBusinessKey())
                                .orElseThrow()));
    }
}
