package org.yiban.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.payment.BatchView;
import org.yiban.payment.DecidingBatches;
import org.yiban.payment.DecidingBatches.FoundOutcome;
import org.yiban.payment.PaymentBatch;
import org.yiban.payment.ViewingPayments;
import org.yiban.web.Required;

/** The tasks of payment batches, for their forms in Tasklist and for other systems. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "付款")
class BatchTaskController {

    private final DecidingBatches deciding;
    private final ViewingPayments viewing;

    BatchTaskController(DecidingBatches deciding, ViewingPayments viewing) {
        this.deciding = deciding;
        this.viewing = viewing;
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的付款批次")
    BatchView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "审批付款批次（审批员，与编批人不得为同一人）", description = "同意后付款文件随即发出。")
    BatchView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        boolean approved = Required.decision(approval.decision(), ApprovalDecision.class) == ApprovalDecision.APPROVE;
        return view(deciding.approve(taskId, approved, approval.reason()));
    }

    @PostMapping("/tasks/{taskId}/delivery")
    @Operation(summary = "登记付款文件已送交财政（财务）")
    BatchView deliver(@PathVariable String taskId, @RequestBody Note note) {
        return view(deciding.deliver(taskId, note.note()));
    }

    @PostMapping("/tasks/{taskId}/late-results")
    @Operation(summary = "登记对逾期结果的催办（财务）", description = "再等一个期限；结果齐全时自动完结。")
    BatchView chase(@PathVariable String taskId, @RequestBody Note note) {
        return view(deciding.chase(taskId, note.note()));
    }

    @PostMapping("/tasks/{taskId}/refused-file")
    @Operation(summary = "确认财政整批退回（财务）", description = "还没有结果的付款单重新待付。")
    BatchView confirmRefusedFile(@PathVariable String taskId, @RequestBody Note note) {
        return view(deciding.confirmRefusedFile(taskId, note.note()));
    }

    @PostMapping("/tasks/{taskId}/unknown-results")
    @Operation(summary = "凭凭据核实结果不明的付款（财务）", description = "全部核实后这项待办办结。")
    BatchView settleUnknown(@PathVariable String taskId, @RequestBody FoundOutcomes found) {
        return view(deciding.settleUnknown(taskId, found.results()));
    }

    private BatchView view(PaymentBatch batch) {
        return viewing.of(batch.number());
    }

    /** 审批意见。 */
    enum ApprovalDecision {
        APPROVE,
        REFUSE
    }

    record Approval(ApprovalDecision decision, String reason) {}

    record Note(String note) {}

    record FoundOutcomes(List<FoundOutcome> results) {}
}
