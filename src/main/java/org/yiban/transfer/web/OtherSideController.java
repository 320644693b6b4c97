package org.yiban.transfer.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.casework.web.Approval;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.transfer.ConfirmingOtherSide;
import org.yiban.transfer.Contradictions;
import org.yiban.transfer.PaperTable;
import org.yiban.transfer.RecordingOtherSide;
import org.yiban.transfer.RecordingPaperTables;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;

@RestController
@Tag(name = "转移接续")
class OtherSideController {

    private final RecordingOtherSide recording;
    private final ConfirmingOtherSide confirming;
    private final Contradictions contradictions;
    private final RecordingPaperTables paperTables;
    private final ViewingTransfers viewing;

    OtherSideController(
            RecordingOtherSide recording,
            ConfirmingOtherSide confirming,
            Contradictions contradictions,
            RecordingPaperTables paperTables,
            ViewingTransfers viewing) {
        this.recording = recording;
        this.confirming = confirming;
        this.contradictions = contradictions;
        this.paperTables = paperTables;
        this.viewing = viewing;
    }

    @PostMapping("/api/transfers/{caseNumber}/other-side")
    @Operation(summary = "记录对方的办理结果（转出地主管，对方没有发来消息时）", description = "由另一人确认后办结。")
    TransferView record(@PathVariable String caseNumber, @RequestBody OtherSide said) {
        CaseNumber number = new CaseNumber(caseNumber);
        if (said.end() == null) {
            throw ProblemException.invalid("end", null, "必填：COMPLETED（已办结）或 CLOSED（已结束，未转入）");
        }
        switch (said.end()) {
            case COMPLETED -> recording.completed(number, said.completedOn(), said.reason());
            case CLOSED -> recording.closed(number, said.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/api/transfers/tasks/{taskId}/other-side")
    @Operation(summary = "确认或退回所记录的对方办理结果（转出地审批员，不是记录、审核过本案的人）")
    TransferView confirm(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            confirming.confirm(taskId);
        } else {
            confirming.giveBack(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @GetMapping("/api/transfers/contradictions/by-task/{taskId}")
    @Operation(summary = "查看转入地的结果与已办结的案件不符的一项待办", description = "notFollowable：不能照办的原因；可以照办的为 null。")
    ContradictedTransfer contradicted(@PathVariable String taskId) {
        return new ContradictedTransfer(
                viewing.ofTask(taskId), contradictions.whyNotToFollow(taskId).orElse(null));
    }

    @PostMapping("/api/transfers/tasks/{taskId}/contradiction")
    @Operation(summary = "转入地的结果与已办结的案件不符：照办或维持（转出地主管）", description = "照办的，由另一人确认后办结转出。")
    TransferView settle(@PathVariable String taskId, @RequestBody Contradicted contradicted) {
        CaseNumber number = viewing.caseOf(taskId);
        if (contradicted.decision() == null) {
            throw ProblemException.invalid("decision", null, "必填：FOLLOW（照办）或 KEEP（维持）");
        }
        contradictions.settle(taskId, contradicted.decision() == Follow.FOLLOW, contradicted.reason());
        return viewing.of(number);
    }

    @PostMapping("/api/transfers/{caseNumber}/paper-table")
    @Operation(summary = "录入转出地的纸质信息表（转入地登记或审核，外地没有发来信息表时；由另一人核验）")
    TransferView recordTable(@PathVariable String caseNumber, @RequestBody PaperTable paper) {
        CaseNumber number = new CaseNumber(caseNumber);
        paperTables.record(number, paper);
        return viewing.of(number);
    }

    /** 对方的办理结果。 */
    enum End {
        COMPLETED,
        CLOSED
    }

    /** 照办或维持。 */
    enum Follow {
        FOLLOW,
        KEEP
    }

    record ContradictedTransfer(@JsonUnwrapped TransferView transfer, String notFollowable) {}

    record Contradicted(Follow decision, String reason) {}

    record OtherSide(End end, LocalDate completedOn, String reason) {}
}
