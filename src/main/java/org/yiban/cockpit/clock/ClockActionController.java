package org.yiban.cockpit.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.PauseReason;

/** The clock of a case, as people act on it. What came of it is told by reading the clock again. */
@RestController
@RequestMapping("/api/sla/cases/{caseNumber}")
@Tag(name = "时限")
class ClockActionController {

    private final ClockActions actions;
    private final Extensions extensions;

    ClockActionController(ClockActions actions, Extensions extensions) {
        this.actions = actions;
        this.extensions = extensions;
    }

    @PostMapping("/pauses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "暂停时限（审核员、主管；补记限主管）", description = "at 只在补记时填写：yyyy-MM-dd 或 yyyy-MM-ddTHH:mm，北京时间。")
    void pause(@PathVariable String caseNumber, @RequestBody PauseOrder order) {
        actions.pause(new CaseNumber(caseNumber), order.reason(), order.at(), order.note());
    }

    @PostMapping("/resumptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "恢复时限（审核员、主管；补记限主管）")
    void resume(@PathVariable String caseNumber, @RequestBody ResumptionOrder order) {
        actions.resume(new CaseNumber(caseNumber), order.at(), order.note());
    }

    @PostMapping("/resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "时限重新起算（主管）")
    void reset(@PathVariable String caseNumber, @RequestBody ResetOrder order) {
        actions.reset(new CaseNumber(caseNumber), order.at(), order.workingDays(), order.reason());
    }

    @PostMapping("/extensions")
    @Operation(summary = "延长时限，或申请延长", description = "204：已延长；202：已提出申请，由另一位主管批复。at 只在补记时填写，限主管。")
    ResponseEntity<Void> extend(@PathVariable String caseNumber, @RequestBody ExtensionOrder order) {
        boolean extended =
                extensions.extend(new CaseNumber(caseNumber), order.workingDays(), order.at(), order.reason());
        return ResponseEntity.status(extended ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED)
                .build();
    }

    @PostMapping("/extensions/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "批复延长申请（主管；不得批复自己的申请）")
    void decide(@PathVariable String caseNumber, @PathVariable long id, @RequestBody Approval approval) {
        extensions.decide(new CaseNumber(caseNumber), id, approval.approved(), approval.note());
    }

    /** What the agency waits for, and since when if not from now on. */
    record PauseOrder(PauseReason reason, String at, String note) {}

    /** When the waiting ended, if not now. */
    record ResumptionOrder(String at, String note) {}

    /** From when on and with how many working days the clock begins anew. */
    record ResetOrder(String at, Integer workingDays, String reason) {}

    /** By how many working days, why, and since when it is granted if it is recorded later. */
    record ExtensionOrder(Integer workingDays, String at, String reason) {}

    /** Yes or no to what somebody asked for. */
    record Approval(Boolean approved, String note) {}
}
