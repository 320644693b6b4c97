package org.yiban.cockpit.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.clock.EscalationNotice;
import org.yiban.workflow.clock.EscalationNotices;
import org.yiban.workflow.clock.SupervisionModel;
import org.yiban.workflow.clock.Supervisions;

/** What runs out of time: the cards of Tasklist, the notices to the supervisors, and their supervision of a case. */
@RestController
@RequestMapping("/api/sla")
@Tag(name = "时限")
class EscalationController {

    private static final int MOST_NOTICES = 200;

    private final TaskCards cards;
    private final EscalationNotices notices;
    private final Supervisions supervisions;
    private final OpenTasks openTasks;
    private final Clocks clocks;
    private final Cases cases;
    private final Access access;
    private final BusinessTime time;

    EscalationController(
            TaskCards cards,
            EscalationNotices notices,
            Supervisions supervisions,
            OpenTasks openTasks,
            Clocks clocks,
            Cases cases,
            Access access,
            BusinessTime time) {
        this.cards = cards;
        this.notices = notices;
        this.supervisions = supervisions;
        this.openTasks = openTasks;
        this.clocks = clocks;
        this.cases = cases;
        this.access = access;
        this.time = time;
    }

    @GetMapping("/task-cards")
    @Operation(summary = "若干待办所属案件的时限，此刻算出", description = "没有时限的、看不到的待办不在其中。")
    List<TaskCard> cards(@RequestParam List<String> taskId) {
        return cards.of(taskId);
    }

    @GetMapping("/notices")
    @Operation(summary = "临期、逾期的提请，新的在前", description = "before 为上一页最后一条的 id。")
    List<NoticeView> notices(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_NOTICES) {
            throw ProblemException.invalid("limit", String.valueOf(limit), "应为 1 到 " + MOST_NOTICES);
        }
        return notices.newest(access.current().casePools(), before, limit).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/supervisions/by-task/{taskId}")
    @Operation(summary = "一项督办所针对的案件")
    SupervisionView supervision(@PathVariable String taskId) {
        CaseNumber number = supervisions.caseOf(taskId);
        ClockReading reading = clocks.of(number).orElseThrow().read(time.today());
        return new SupervisionView(
                number,
                cases.require(number).kind().title(),
                reading.state().title(),
                SupervisionView.left(reading),
                reading.daysLeft(),
                reading.dueOn(),
                reading.provisional(),
                reading.leg() == null ? null : reading.leg().leg().title(),
                notices.latest(number).map(EscalationNotice::at).orElse(null),
                supervisions.usualNextLook(number),
                openTasks.standsAt(number),
                openTasks.of(number).stream()
                        .filter(task -> !task.activityId().equals(SupervisionModel.SUPERVISE_DEADLINE))
                        .toList());
    }

    @PostMapping("/supervisions/tasks/{taskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "写明督办情况（主管）", description = "没有办结的，到 lookAgainOn 再次提请督办；不填的按机构的设置。")
    void settle(@PathVariable String taskId, @RequestBody Settlement settlement) {
        supervisions.settle(taskId, settlement.done(), settlement.lookAgainOn());
    }

    private NoticeView view(EscalationNotice notice) {
        return NoticeView.of(notice, notice.settledBy() == null ? null : access.nameOf(notice.settledBy()));
    }

    /**
     * What was done about a case.
     *
     * @param lookAgainOn when it is looked at again if it is still open; {@code null} for the agency's usual day
     */
    record Settlement(String done, LocalDate lookAgainOn) {}
}
