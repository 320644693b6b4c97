package org.yiban.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.casework.web.Approval;
import org.yiban.casework.web.DeathReported;
import org.yiban.casework.web.ObjectionDecided;
import org.yiban.casework.web.ObjectionFiled;
import org.yiban.casework.web.RegistrationAnswer;
import org.yiban.casework.web.Supplement;
import org.yiban.casework.web.Withdrawal;
import org.yiban.kernel.CaseNumber;
import org.yiban.transfer.AcceptingTransfers;
import org.yiban.transfer.DecidingTables;
import org.yiban.transfer.HandedOver;
import org.yiban.transfer.HandingOverApplications;
import org.yiban.transfer.RegisteringTransfers;
import org.yiban.transfer.RegisteringTransfers.Received;
import org.yiban.transfer.ReopeningTransfers;
import org.yiban.transfer.SettlingDeaths;
import org.yiban.transfer.TransferApplication;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.VerifyingTransfers;
import org.yiban.transfer.ViewingTransfers;
import org.yiban.transfer.WithdrawingTransfers;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/transfers")
@Tag(name = "转移接续")
class TransferController {

    private final RegisteringTransfers registering;
    private final HandingOverApplications handingOver;
    private final AcceptingTransfers accepting;
    private final VerifyingTransfers verifying;
    private final WithdrawingTransfers withdrawing;
    private final SettlingDeaths deaths;
    private final ReopeningTransfers reopening;
    private final DecidingTables tables;
    private final ViewingTransfers viewing;

    TransferController(
            RegisteringTransfers registering,
            HandingOverApplications handingOver,
            AcceptingTransfers accepting,
            VerifyingTransfers verifying,
            WithdrawingTransfers withdrawing,
            SettlingDeaths deaths,
            ReopeningTransfers reopening,
            DecidingTables tables,
            ViewingTransfers viewing) {
        this.registering = registering;
        this.handingOver = handingOver;
        this.accepting = accepting;
        this.verifying = verifying;
        this.withdrawing = withdrawing;
        this.deaths = deaths;
        this.reopening = reopening;
        this.tables = tables;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(
            summary = "登记转移接续申请",
            description = "同一 Idempotency-Key 重发同一申请，返回同一案件（200）；内容不同则拒绝（409）。转出地的登记员代收的，发往转入地（202）。")
    ResponseEntity<Object> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody TransferApplication application) {
        Received received = registering.register(application, key);
        return received.handedOver() != null
                ? ResponseEntity.accepted().body(received.handedOver())
                : RegistrationAnswer.of("/api/transfers", received.registration(), viewing::of);
    }

    @GetMapping("/handed-over")
    @Operation(summary = "转出地代收、已发往转入地的申请，新的在前")
    List<HandedOver> handedOver() {
        return handingOver.all();
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
    @Operation(summary = "受理、请申请人补正，或不予受理（转入地审核）")
    TransferView accept(@PathVariable String taskId, @RequestBody Acceptance acceptance) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(acceptance.decision(), AcceptanceDecision.class)) {
            case ACCEPT -> accepting.accept(taskId, acceptance.acceptedOn(), acceptance.materials());
            case SUPPLEMENT -> accepting.askForSupplement(taskId, acceptance.supplement());
            case REFUSE -> accepting.refuse(taskId, acceptance.reason(), acceptance.basis());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/supplement")
    @Operation(summary = "登记补正（转入地登记）")
    TransferView supplement(@PathVariable String taskId, @RequestBody Supplement supplement) {
        CaseNumber number = viewing.caseOf(taskId);
        accepting.recordSupplement(taskId, supplement.received(), supplement.note());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/information-table")
    @Operation(summary = "确认信息表或不予转出（转出地审核）")
    TransferView decideTable(@PathVariable String taskId, @RequestBody TableDecision decision) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean confirmed = Required.decision(decision.decision(), Confirmation.class) == Confirmation.CONFIRM;
        if (confirmed && tables.refresh(taskId)) {
            throw DecidingTables.tableHasChanged();
        }
        tables.decide(taskId, confirmed, decision.note(), decision.reason(), decision.basis());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/verification")
    @Operation(summary = "核验信息表：无误、退回转出地说明、请申请人补正，或不予转入（转入地审核）")
    TransferView verify(@PathVariable String taskId, @RequestBody Verification verification) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(verification.decision(), VerificationDecision.class)) {
            case CONFIRM ->
                verifying.verify(
                        taskId,
                        verification.takenBack(),
                        verification.takenBackBalance(),
                        verification.takenBackReason());
            case QUESTION -> verifying.question(taskId, verification.questions());
            case SUPPLEMENT -> verifying.askForSupplement(taskId, verification.supplement());
            case REFUSE -> verifying.refuse(taskId, verification.reason(), verification.basis());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "批准转入或退回核验（转入地审批，与登记、审核不得为同一人）")
    TransferView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            verifying.approve(taskId);
        } else {
            verifying.giveBack(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/objection")
    @Operation(summary = "复核异议：维持原决定，或重新办理（主管，未参与原决定的人）")
    TransferView decideObjection(@PathVariable String taskId, @RequestBody ObjectionDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        reopening.decideObjection(taskId, decided.again(), decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/refund-question")
    @Operation(summary = "参保人死亡后核对应否退费（转入地登记）")
    TransferView settle(@PathVariable String taskId, @RequestBody RefundQuestion question) {
        CaseNumber number = viewing.caseOf(taskId);
        deaths.settle(taskId, question.refundCase(), question.note());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/withdrawal")
    @Operation(summary = "申请人撤回（转入地，办结前随时）")
    TransferView withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal) {
        CaseNumber number = new CaseNumber(caseNumber);
        withdrawing.withdraw(number, withdrawal.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/death")
    @Operation(summary = "登记参保人死亡，终止转移（转入地）")
    TransferView reportDeath(@PathVariable String caseNumber, @RequestBody DeathReported death) {
        CaseNumber number = new CaseNumber(caseNumber);
        deaths.report(number, death.diedOn(), death.source());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/reopening")
    @Operation(summary = "重新打开不予办理或已撤回的案件（转入地主管）")
    TransferView reopen(@PathVariable String caseNumber, @RequestBody Reopening stated) {
        CaseNumber number = new CaseNumber(caseNumber);
        reopening.reopen(number, stated.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/objection")
    @Operation(summary = "登记对转移接续决定的异议（转入地登记、审核）")
    TransferView object(@PathVariable String caseNumber, @RequestBody ObjectionFiled objection) {
        CaseNumber number = new CaseNumber(caseNumber);
        reopening.object(number, objection.filedOn(), objection.grounds());
        return viewing.of(number);
    }

    /** 受理决定。 */
    enum AcceptanceDecision {
        ACCEPT,
        SUPPLEMENT,
        REFUSE
    }

    /** 确认信息表或不予转出。 */
    enum Confirmation {
        CONFIRM,
        REFUSE
    }

    /** 核验的结果。 */
    enum VerificationDecision {
        CONFIRM,
        QUESTION,
        SUPPLEMENT,
        REFUSE
    }

    record Acceptance(
            AcceptanceDecision decision,
            LocalDate acceptedOn,
            List<String> materials,
            String supplement,
            String reason,
            List<String> basis) {}

    record TableDecision(Confirmation decision, String note, String reason, List<String> basis) {}

    record Verification(
            VerificationDecision decision,
            String takenBack,
            String takenBackBalance,
            String takenBackReason,
            String questions,
            String supplement,
            String reason,
            List<String> basis) {}

    record RefundQuestion(String refundCase, String note) {}

    record Reopening(String reason) {}
}
