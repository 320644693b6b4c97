package org.yiban.transfer.balance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.CaseNumber;
import org.yiban.transfer.balance.BalanceView;
import org.yiban.transfer.balance.DecidingBalances;
import org.yiban.transfer.balance.DecidingBalances.OtherAccount;
import org.yiban.transfer.balance.RecordingArrivals;
import org.yiban.transfer.balance.SettlingShortfalls;
import org.yiban.transfer.balance.ShortfallSettlement;
import org.yiban.transfer.balance.ViewingBalances;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/transfers")
@Tag(name = "转移接续：个人账户余额")
class BalanceController {

    private final DecidingBalances deciding;
    private final RecordingArrivals arrivals;
    private final SettlingShortfalls shortfalls;
    private final ViewingBalances viewing;

    BalanceController(
            DecidingBalances deciding,
            RecordingArrivals arrivals,
            SettlingShortfalls shortfalls,
            ViewingBalances viewing) {
        this.deciding = deciding;
        this.arrivals = arrivals;
        this.shortfalls = shortfalls;
        this.viewing = viewing;
    }

    @GetMapping("/{caseNumber}/balance")
    @Operation(summary = "查看随一件转移划转的个人账户余额", description = "没有余额要转的案件答复 204。")
    ResponseEntity<BalanceView> get(@PathVariable String caseNumber) {
        return viewing.find(new CaseNumber(caseNumber))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/balance/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的个人账户余额")
    BalanceView byTask(@PathVariable String taskId) {
        return viewing.of(viewing.caseOf(taskId));
    }

    @PostMapping("/balance/tasks/{taskId}/account")
    @Operation(summary = "填写对方的收款账户（财务）", description = "设置里没有这个统筹区的账户时；写明账户从哪里知道。")
    BalanceView stateAccount(@PathVariable String taskId, @RequestBody OtherAccount account) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.stateAccount(taskId, account);
        return viewing.of(number);
    }

    @PostMapping("/balance/tasks/{taskId}/corrected-account")
    @Operation(summary = "付款被退回的，更正对方的收款账户（财务）")
    BalanceView correctAccount(@PathVariable String taskId, @RequestBody OtherAccount account) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.correctAccount(taskId, account);
        return viewing.of(number);
    }

    @PostMapping("/balance/tasks/{taskId}/arrival")
    @Operation(summary = "登记到账的个人账户余额（财务）", description = "与信息表相符的随即记入个人账户；不符的转审核员核对。同一凭证只登记一次。")
    BalanceView recordArrival(@PathVariable String taskId, @RequestBody Arrival arrival) {
        CaseNumber number = viewing.caseOf(taskId);
        arrivals.record(taskId, arrival.amount(), arrival.receivedOn(), arrival.receipt());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/balance/arrivals")
    @Operation(
            summary = "没有待办时登记到账的个人账户余额（财务）",
            description = "差异了结以后、核对差异或查询期间、不再等待以后又到账的；与信息表相符的随即记入个人账户，不符的转审核员核对。同一凭证只登记一次。")
    BalanceView recordArrivalOfCase(@PathVariable String caseNumber, @RequestBody Arrival arrival) {
        CaseNumber number = new CaseNumber(caseNumber);
        arrivals.record(number, arrival.amount(), arrival.receivedOn(), arrival.receipt());
        return viewing.of(number);
    }

    @PostMapping("/balance/tasks/{taskId}/shortfall")
    @Operation(summary = "个人账户余额不足信息表载明的，登记差额怎样结清（财务）")
    BalanceView settleShortfall(@PathVariable String taskId, @RequestBody Shortfall shortfall) {
        CaseNumber number = viewing.caseOf(taskId);
        shortfalls.settle(
                taskId,
                Required.decision(shortfall.decision(), ShortfallSettlement.class),
                shortfall.paper(),
                shortfall.settledOn(),
                shortfall.note());
        return viewing.of(number);
    }

    @PostMapping("/balance/tasks/{taskId}/difference")
    @Operation(summary = "到账与信息表不符的：按实际到账记入，或等待其余款项（审核）")
    BalanceView settleDifference(@PathVariable String taskId, @RequestBody Difference difference) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.settleDifference(
                taskId,
                Required.decision(difference.decision(), DifferenceDecision.class) == DifferenceDecision.CREDIT,
                difference.reason());
        return viewing.of(number);
    }

    @PostMapping("/balance/tasks/{taskId}/inquiry")
    @Operation(summary = "余额没有到账的：继续等待，或不再等待（审核）")
    BalanceView chase(@PathVariable String taskId, @RequestBody Inquiry inquiry) {
        CaseNumber number = viewing.caseOf(taskId);
        deciding.chase(
                taskId,
                Required.decision(inquiry.decision(), InquiryDecision.class) == InquiryDecision.WAIT,
                inquiry.reason());
        return viewing.of(number);
    }

    /** 差异怎么办。 */
    enum DifferenceDecision {
        CREDIT,
        WAIT
    }

    /** 没有到账的怎么办。 */
    enum InquiryDecision {
        WAIT,
        GIVE_UP
    }

    record Arrival(String amount, LocalDate receivedOn, String receipt) {}

    record Shortfall(ShortfallSettlement decision, String paper, LocalDate settledOn, String note) {}

    record Difference(DifferenceDecision decision, String reason) {}

    record Inquiry(InquiryDecision decision, String reason) {}
}
