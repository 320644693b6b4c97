package org.yiban.refund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.casework.Registration;
import org.yiban.casework.web.Approval;
import org.yiban.casework.web.Confirmation;
import org.yiban.casework.web.ObjectionDecided.Outcome;
import org.yiban.casework.web.ObjectionFiled;
import org.yiban.casework.web.RegistrationAnswer;
import org.yiban.casework.web.Supplement;
import org.yiban.casework.web.Withdrawal;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.Correction;
import org.yiban.refund.ApplicationPayee;
import org.yiban.refund.DecidingRefunds;
import org.yiban.refund.HandlingObjections;
import org.yiban.refund.RefundApplication;
import org.yiban.refund.RefundView;
import org.yiban.refund.RegisteringRefunds;
import org.yiban.refund.ReturningRecoveries;
import org.yiban.refund.ViewingRefunds;
import org.yiban.refund.WithdrawingRefunds;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/refunds")
@Tag(name = "退费")
class RefundController {

    private final RegisteringRefunds registering;
    private final DecidingRefunds deciding;
    private final HandlingObjections objections;
    private final WithdrawingRefunds withdrawing;
    private final ReturningRecoveries returning;
    private final ViewingRefunds viewing;

    RefundController(
            RegisteringRefunds registering,
            DecidingRefunds deciding,
            HandlingObjections objections,
            WithdrawingRefunds withdrawing,
            ReturningRecoveries returning,
            ViewingRefunds viewing) {
        this.registering = registering;
        this.deciding = deciding;
        this.objections = objections;
        this.withdrawing = withdrawing;
        this.returning = returning;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(summary = "登记退费申请", description = "同一 Idempotency-Key 重发同一申请，返回同一案件（200）；内容不同则拒绝（409）。")
    ResponseEntity<RefundView> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody RefundApplication application) {
        Registration registration = registering.register(application, key);
        return RegistrationAnswer.of("/api/refunds", registration, viewing::of);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "查看案件")
    RefundView get(@PathVariable String caseNumber) {
        return viewing.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的案件")
    RefundView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/facts")
    @Operation(summary = "核对事实与材料：清楚、请申请人补正，或不予办理（审核）")
    RefundView checkFacts(@PathVariable String taskId, @RequestBody FactsChecked checked) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(checked.decision(), FactsDecision.class)) {
            case CONFIRM -> deciding.confirmFacts(taskId, checked.corrections(), checked.evidence());
            case SUPPLEMENT -> deciding.askForSupplement(taskId, checked.supplement());
            case REFUSE -> deciding.refuse(taskId, checked.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/supplement")
    @Operation(summary = "登记补正材料，或未按期补正（登记）")
    RefundView recordSupplement(@PathVariable String taskId, @RequestBody Supplement supplement) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.recordSupplement(taskId, supplement.received(), supplement.note());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/assessment")
    @Operation(summary = "核定退费，或退回核对（审核）")
    RefundView assess(@PathVariable String taskId, @RequestBody Assessment assessment) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(assessment.decision(), Confirmation.class) == Confirmation.CONFIRM) {
            deciding.assess(taskId, assessment.corrections());
        } else {
            deciding.returnAssessment(taskId, assessment.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "批准退费，或退回核对（审批，与登记、审核不得为同一人；金额达到设定值的由主管审批）")
    RefundView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            deciding.approve(taskId);
        } else {
            deciding.returnApproval(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/rest")
    @Operation(summary = "决定个人账户未收回的差额：再次收缴，或从退费中抵扣（主管）")
    RefundView decideRest(@PathVariable String taskId, @RequestBody Rest rest) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean again = Required.decision(rest.decision(), RestDecision.class) == RestDecision.COLLECT_AGAIN;
        deciding.decideRest(taskId, again, rest.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/account")
    @Operation(summary = "更正被退回付款的收款账户（登记）")
    RefundView correctAccount(@PathVariable String taskId, @RequestBody Account account) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.correctAccount(taskId, account.payee(), account.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/objection")
    @Operation(summary = "复核异议：维持原决定，或重新决定（主管，未参与原决定的人）")
    RefundView decideObjection(@PathVariable String taskId, @RequestBody ObjectionDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(decided.decision(), Outcome.class) == Outcome.UPHOLD) {
            objections.reject(taskId, decided.reason());
        } else {
            objections.decideAgain(taskId, decided.reason(), decided.corrections());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/money")
    @Operation(summary = "登记迟到的差额款怎样退还（财务）")
    RefundView returnMoney(@PathVariable String taskId, @RequestBody MoneyReturned returned) {
        CaseNumber number = viewing.caseOf(taskId);
        returning.settle(taskId, returned.note());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/objection")
    @Operation(summary = "登记对退费决定的异议（登记、审核）")
    RefundView object(@PathVariable String caseNumber, @RequestBody ObjectionFiled objection) {
        CaseNumber number = new CaseNumber(caseNumber);
        objections.file(number, objection.filedOn(), objection.grounds());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/withdrawal")
    @Operation(summary = "申请人撤回（登记、审核；尚未收回或支付的）")
    RefundView withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal) {
        CaseNumber number = new CaseNumber(caseNumber);
        withdrawing.withdraw(number, withdrawal.reason());
        return viewing.of(number);
    }

    /** 事实核对的结果。 */
    enum FactsDecision {
        CONFIRM,
        SUPPLEMENT,
        REFUSE
    }

    /** 差额怎么办。 */
    enum RestDecision {
        COLLECT_AGAIN,
        DEDUCT
    }

    record FactsChecked(
            FactsDecision decision,
            List<Correction> corrections,
            List<String> evidence,
            String supplement,
            String reason) {}

    record Assessment(Confirmation decision, List<Correction> corrections, String reason) {}

    record Rest(RestDecision decision, String reason) {}

    record Account(ApplicationPayee payee, String reason) {}

    record MoneyReturned(String note) {}

    record ObjectionDecided(Outcome decision, String reason, List<Correction> corrections) {}
}
