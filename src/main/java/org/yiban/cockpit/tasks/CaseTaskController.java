package org.yiban.cockpit.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.CaseNumber;

/** The open tasks of cases, as supervisors act on them. */
@RestController
@RequestMapping("/api/sla")
@Tag(name = "时限")
class CaseTaskController {

    private final OpenTasks openTasks;
    private final AssigningTasks assigning;

    CaseTaskController(OpenTasks openTasks, AssigningTasks assigning) {
        this.openTasks = openTasks;
        this.assigning = assigning;
    }

    @GetMapping("/cases/{caseNumber}/tasks")
    @Operation(summary = "案件的待办：在谁手里，可以交给谁")
    List<OpenTask> ofCase(@PathVariable String caseNumber) {
        return openTasks.of(new CaseNumber(caseNumber));
    }

    @PutMapping("/tasks/{taskId}/assignee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "分派待办（主管）", description = "assignee 为 null 时退回待认领。")
    void assign(@PathVariable String taskId, @RequestBody Assignment assignment) {
        assigning.assign(taskId, assignment.user(), assignment.reason());
    }

    @PutMapping("/tasks/{taskId}/priority")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "调整待办的优先级（主管）")
    void prioritise(@PathVariable String taskId, @RequestBody Urgency urgency) {
        assigning.prioritise(taskId, urgency.priority(), urgency.reason());
    }

    /** Who is to work a task, or null for nobody, which must be said; and why. */
    @Schema(description = "assignee：用户名，或 null")
    record Assignment(
            @Schema(type = "string", nullable = true) JsonNode assignee, String reason) {

        /** Empty for nobody; {@code null} where nothing or something else than a user was said. */
        Optional<String> user() {
            if (assignee == null || !(assignee.isNull() || assignee.isTextual())) {
                return null;
            }
            return Optional.ofNullable(assignee.textValue());
        }
    }

    /** How urgent a task is, and why. */
    record Urgency(Integer priority, String reason) {}
}
