package org.yiban.backpay.arrears.web;

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
import org.yiban.backpay.arrears.ArrearsApplication;
import org.yiban.backpay.arrears.ArrearsView;
import org.yiban.backpay.arrears.DecidingArrears;
import org.yiban.backpay.arrears.ObjectingToArrears;
import org.yiban.backpay.arrears.RegisteringArrears;
import org.yiban.backpay.arrears.ViewingArrears;
import org.yiban.casework.Registration;
import org.yiban.casework.web.Approval;
import org.yiban.casework.web.ObjectionDecided;
import org.yiban.casework.web.ObjectionFiled;
import org.yiban.casework.web.RegistrationAnswer;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.Correction;
import org.yiban.web.Required;

/** Employers' arrears: registering, the steps of the process, and the case. */
@RestController
@RequestMapping("/api/arrears")
@Tag(name = "单位欠费补缴")
class ArrearsController {

    private final RegisteringArrears registering;
    private final DecidingArrears deciding;
    private final ObjectingToArrears objecting;
    private final ViewingArrears viewing;

    ArrearsController(
            RegisteringArrears registering,
            DecidingArrears deciding,
            ObjectingToArrears objecting,
            ViewingArrears viewing) {
        this.registering = registering;
        this.deciding = deciding;
        this.objecting = objecting;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(summary = "登记单位欠费（登记、审核）", description = "同一 Idempotency-Key 重发同样的内容，返回同一案件（200）；内容不同则拒绝（409）。")
    ResponseEntity<ArrearsView> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody ArrearsApplication application) {
        Registration registration = registering.register(application, key);
        return RegistrationAnswer.of("/api/arrears", registration, viewing::of);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "查看案件")
    ArrearsView get(@PathVariable String caseNumber) {
        return viewing.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的案件")
    ArrearsView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/review")
    @Operation(summary = "审核欠费：应当补缴（基数、比例的更正逐项写明理由），或不予补缴（审核）")
    ArrearsView review(@PathVariable String taskId, @RequestBody Reviewed reviewed) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(reviewed.decision(), ReviewDecision.class)) {
            case CONFIRM -> deciding.confirm(taskId, reviewed.corrections(), reviewed.payOn());
            case REFUSE -> deciding.refuse(taskId, reviewed.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "批准补缴，或退回（审批，与登记、审核不得为同一人）")
    ArrearsView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            deciding.approve(taskId);
        } else {
            deciding.returnToReview(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/unpaid")
    @Operation(summary = "没有缴足的：重新核定（滞纳金计至新的缴费日），或停止补缴（审核）")
    ArrearsView decideUnpaid(@PathVariable String taskId, @RequestBody Unpaid unpaid) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(unpaid.decision(), UnpaidDecision.class)) {
            case REQUOTE -> deciding.requote(taskId, unpaid.payOn(), unpaid.reason());
            case STOP -> deciding.giveUp(taskId, unpaid.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/objection")
    @Operation(summary = "登记单位的异议：对通知（缴清以前或以后），或者对不予补缴（登记、审核）")
    ArrearsView object(@PathVariable String caseNumber, @RequestBody ObjectionFiled objection) {
        CaseNumber number = new CaseNumber(caseNumber);
        objecting.file(number, objection.filedOn(), objection.grounds());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/objection")
    @Operation(summary = "复核异议：维持原处理，或收回重新审核（主管，未参与原处理的人）")
    ArrearsView decideObjection(@PathVariable String taskId, @RequestBody ObjectionDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        objecting.decide(taskId, decided.again(), decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/money")
    @Operation(summary = "登记不能入账的款项怎样退还单位（财务）")
    ArrearsView settleMoney(@PathVariable String taskId, @RequestBody Returned returned) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.settleMoney(taskId, returned.note());
        return viewing.of(number);
    }

    /** 应当补缴，或不予补缴。 */
    enum ReviewDecision {
        CONFIRM,
        REFUSE
    }

    /** 没有缴足的怎么办。 */
    enum UnpaidDecision {
        REQUOTE,
        STOP
    }

    record Reviewed(ReviewDecision decision, List<Correction> corrections, LocalDate payOn, String reason) {}

    record Unpaid(UnpaidDecision decision, LocalDate payOn, String reason) {}

    record Returned(String note) {}
}
