package org.yiban.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.transfer.DecidingTables;
import org.yiban.transfer.DecidingTransfers;
import org.yiban.transfer.RegisteringTransfers;
import org.yiban.transfer.RegisteringTransfers.Registration;
import org.yiban.transfer.TransferApplication;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;

@RestController
@RequestMapping("/api/transfers")
@Tag(name = "转移接续")
class TransferController {

    private final RegisteringTransfers registering;
    private final DecidingTransfers deciding;
    private final DecidingTables tables;
    private final ViewingTransfers viewing;

    TransferController(
            RegisteringTransfers registering,
            DecidingTransfers deciding,
            DecidingTables tables,
            ViewingTransfers viewing) {
        this.registering = registering;
        this.deciding = deciding;
        this.tables = tables;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(summary = "登记转移接续申请", description = "同一 Idempotency-Key 重发同一申请，返回同一案件（200）；内容不同则拒绝（409）。")
    ResponseEntity<TransferView> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody TransferApplication application) {
        Registration registration = registering.register(application, key);
        CaseNumber number = registration.caseFile().number();
        TransferView view = viewing.of(number);
        return registration.created()
                ? ResponseEntity.created(URI.create("/api/transfers/" + number)).body(view)
                : ResponseEntity.ok(view);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "查看案件")
    TransferView get(@PathVariable String caseNumber) {
        return viewing.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的案件")
    TransferView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/acceptance")
    @Operation(summary = "受理或不予受理（转入地审核）")
    TransferView accept(@PathVariable String taskId, @RequestBody Acceptance acceptance) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.decideAcceptance(
                taskId,
                is(acceptance.decision(), AcceptanceDecision.ACCEPT),
                acceptance.acceptedOn(),
                acceptance.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/deadline")
    @Operation(summary = "确定文件未规定的办结时限（转入地主管）")
    TransferView setDeadline(@PathVariable String taskId, @RequestBody DeadlineDecision decision) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.setDeadline(taskId, decision.workingDays(), decision.reason(), decision.basis());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/information-table")
    @Operation(summary = "确认信息表或不予转出（转出地审核）")
    TransferView decideTable(@PathVariable String taskId, @RequestBody TableDecision decision) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean confirmed = is(decision.decision(), Confirmation.CONFIRM);
        if (confirmed && tables.refresh(taskId)) {
            throw DecidingTables.tableHasChanged();
        }
        tables.decide(taskId, confirmed, decision.note(), decision.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/verification")
    @Operation(summary = "核验信息表并批准或不予批准（转入地审批，与登记、审核不得为同一人）")
    TransferView verify(@PathVariable String taskId, @RequestBody Verification verification) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.decideVerification(taskId, is(verification.decision(), Confirmation.CONFIRM), verification.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/withdrawal")
    @Operation(summary = "申请人撤回（转入地）")
    TransferView withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal) {
        CaseNumber number = new CaseNumber(caseNumber);
        deciding.withdraw(number, withdrawal.reason());
        return viewing.of(number);
    }

    private static <T extends Enum<T>> boolean is(T decision, T positive) {
        if (decision == null) {
            T[] allowed = positive.getDeclaringClass().getEnumConstants();
            throw ProblemException.invalid("decision", null, "必填：" + allowed[0] + " 或 " + allowed[1]);
        }
        return decision == positive;
    }

    /** 受理决定。 */
    enum AcceptanceDecision {
        ACCEPT,
        REFUSE
    }

    /** 确认或不予办理。 */
    enum Confirmation {
        CONFIRM,
        REFUSE
    }

    record Acceptance(AcceptanceDecision decision, LocalDate acceptedOn, String reason) {}

    record DeadlineDecision(Integer workingDays, String reason, String basis) {}

    record TableDecision(Confirmation decision, String note, String reason) {}

    record Verification(Confirmation decision, String reason) {}

    record Withdrawal(String reason) {}
}
