package org.yiban.backpay.web;

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
import org.yiban.backpay.BackpayApplication;
import org.yiban.backpay.BackpayView;
import org.yiban.backpay.ChoosingWays;
import org.yiban.backpay.CollectingBackpays;
import org.yiban.backpay.CreditingAccounts;
import org.yiban.backpay.DecidingYears;
import org.yiban.backpay.DecidingYears.ServiceDecision;
import org.yiban.backpay.EndingBackpays;
import org.yiban.backpay.ObjectingToBackpays;
import org.yiban.backpay.RegisteringBackpays;
import org.yiban.backpay.ReturningBackpays;
import org.yiban.backpay.ReturningBackpays.ReturnPayee;
import org.yiban.backpay.SettlingBackpayDeaths;
import org.yiban.backpay.ViewingBackpays;
import org.yiban.casework.Registration;
import org.yiban.casework.web.Approval;
import org.yiban.casework.web.DeathReported;
import org.yiban.casework.web.ObjectionDecided;
import org.yiban.casework.web.ObjectionFiled;
import org.yiban.casework.web.RegistrationAnswer;
import org.yiban.casework.web.Withdrawal;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.Correction;
import org.yiban.web.Required;

/** Retirement: registering, the steps of the process, and the case. */
@RestController
@RequestMapping("/api/backpays")
@Tag(name = "退休缴费年限")
class BackpayController {

    private final RegisteringBackpays registering;
    private final DecidingYears years;
    private final ChoosingWays choosing;
    private final CollectingBackpays collecting;
    private final CreditingAccounts crediting;
    private final ReturningBackpays returning;
    private final EndingBackpays ending;
    private final SettlingBackpayDeaths deaths;
    private final ObjectingToBackpays objecting;
    private final ViewingBackpays viewing;

    BackpayController(
            RegisteringBackpays registering,
            DecidingYears years,
            ChoosingWays choosing,
            CollectingBackpays collecting,
            CreditingAccounts crediting,
            ReturningBackpays returning,
            EndingBackpays ending,
            SettlingBackpayDeaths deaths,
            ObjectingToBackpays objecting,
            ViewingBackpays viewing) {
        this.registering = registering;
        this.years = years;
        this.choosing = choosing;
        this.collecting = collecting;
        this.crediting = crediting;
        this.returning = returning;
        this.ending = ending;
        this.deaths = deaths;
        this.objecting = objecting;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(
            summary = "登记退休缴费年限核定申请（登记）",
            description = "同一 Idempotency-Key 重发同样的内容，返回同一案件（200）；内容不同则拒绝（409）。参保身份不填则以登记为准。")
    ResponseEntity<BackpayView> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody BackpayApplication application) {
        Registration registration = registering.register(application, key);
        return RegistrationAnswer.of("/api/backpays", registration, viewing::of);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "查看案件")
    BackpayView get(@PathVariable String caseNumber) {
        return viewing.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的案件")
    BackpayView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/years")
    @Operation(
            summary = "核对缴费年限：确认、或不予办理（审核）",
            description = "更正逐项写明理由，月数、缴费基数是人工填写或更正的要另一人审批；文件没有规定的工龄、军龄由审核员判断（services）。所差月数不能填写。")
    BackpayView reviewYears(@PathVariable String taskId, @RequestBody YearsReviewed reviewed) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(reviewed.decision(), YearsDecision.class)) {
            case CONFIRM -> years.confirmYears(taskId, reviewed.corrections(), reviewed.services());
            case REFUSE -> years.refuse(taskId, reviewed.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/years-approval")
    @Operation(summary = "审批缴费年限的更正（审批，与登记、审核不得为同一人）")
    BackpayView approveYears(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            years.approveYears(taskId);
        } else {
            years.returnYears(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/confirmation")
    @Operation(summary = "登记申请人对缴费年限的确认或异议（登记、审核）")
    BackpayView confirm(@PathVariable String taskId, @RequestBody Confirmed confirmed) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(confirmed.decision(), ApplicantSays.class) == ApplicantSays.CONFIRMED) {
            years.confirmedByApplicant(taskId, confirmed.note());
        } else {
            years.disputedByApplicant(taskId, confirmed.note());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/choice")
    @Operation(summary = "登记申请人选择的办法（登记、审核）", description = "option 为办法的 key；也可以重新核算，没有到退休年龄的等到年龄（AWAIT_AGE），或退回核对年限。")
    BackpayView choose(@PathVariable String taskId, @RequestBody Choice choice) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(choice.decision(), ChoiceDecision.class)) {
            case CHOOSE -> choosing.choose(taskId, choice.option(), choice.instalments());
            case WEIGH_AGAIN -> choosing.weighAgain(taskId);
            case AWAIT_AGE -> choosing.awaitAge(taskId);
            case BACK_TO_YEARS -> choosing.backToYears(taskId, choice.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "审批补缴金额（审批或主管，按金额；与登记、审核不得为同一人）")
    BackpayView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            choosing.approve(taskId);
        } else {
            choosing.returnQuote(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/rest")
    @Operation(summary = "没有缴足的：继续收余款，或重新核算（审核）")
    BackpayView decideRest(@PathVariable String taskId, @RequestBody Rest rest) {
        CaseNumber number = viewing.caseOf(taskId);
        collecting.decideRest(
                taskId, Required.decision(rest.decision(), RestDecision.class) == RestDecision.COLLECT, rest.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/credit")
    @Operation(summary = "写明补计个人账户的金额和依据（审核）", description = "参考数据中没有计入比例的才要填。")
    BackpayView stateCredit(@PathVariable String taskId, @RequestBody Credit credit) {
        CaseNumber number = viewing.caseOf(taskId);
        crediting.state(taskId, credit.amount(), credit.source());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/credit-approval")
    @Operation(summary = "审批补计个人账户的金额（审批，与登记、审核不得为同一人）")
    BackpayView approveCredit(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        crediting.decide(taskId, approval.confirmed(), approval.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/money")
    @Operation(summary = "要退还的款项：登记退费（填收款账户），或写明已怎样退（财务）", description = "REFUND 立即登记一件退费；SETTLED 写已有退费案件的案号，或写明怎样退的。")
    BackpayView settleMoney(@PathVariable String taskId, @RequestBody Returned returned) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(returned.decision(), ReturnDecision.class) == ReturnDecision.REFUND) {
            returning.refund(taskId, returned.to());
        } else {
            returning.settle(taskId, returned.refundCase(), returned.note());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/refund-question")
    @Operation(summary = "待遇开始前死亡的：登记退费（填收款账户），或写明不退的原因（登记）")
    BackpayView settleRefundQuestion(@PathVariable String taskId, @RequestBody Returned returned) {
        CaseNumber number = viewing.caseOf(taskId);
        if (Required.decision(returned.decision(), ReturnDecision.class) == ReturnDecision.REFUND) {
            returning.refundAfterDeath(taskId, returned.to());
        } else {
            returning.settleRefundQuestion(taskId, returned.refundCase(), returned.note());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/objection")
    @Operation(summary = "复核异议：维持原决定，或重新办理（主管，未参与原决定的人）")
    BackpayView decideObjection(@PathVariable String taskId, @RequestBody ObjectionDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        objecting.decide(taskId, decided.again(), decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/withdrawal")
    @Operation(summary = "申请人撤回（登记、审核）")
    BackpayView withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal) {
        CaseNumber number = new CaseNumber(caseNumber);
        ending.withdraw(number, withdrawal.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/death")
    @Operation(summary = "登记参保人在待遇开始前死亡")
    BackpayView reportDeath(@PathVariable String caseNumber, @RequestBody DeathReported death) {
        CaseNumber number = new CaseNumber(caseNumber);
        deaths.report(number, death.diedOn(), death.source());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/objection")
    @Operation(summary = "登记异议（登记、审核）")
    BackpayView object(@PathVariable String caseNumber, @RequestBody ObjectionFiled objection) {
        CaseNumber number = new CaseNumber(caseNumber);
        objecting.file(number, objection.filedOn(), objection.grounds());
        return viewing.of(number);
    }

    /** 年限核对的结果。 */
    enum YearsDecision {
        CONFIRM,
        REFUSE
    }

    /** 申请人怎么说。 */
    enum ApplicantSays {
        CONFIRMED,
        DISPUTED
    }

    /** 选择、重新核算、等到年龄，或退回核对年限。 */
    enum ChoiceDecision {
        CHOOSE,
        WEIGH_AGAIN,
        AWAIT_AGE,
        BACK_TO_YEARS
    }

    /** 余款怎么办。 */
    enum RestDecision {
        COLLECT,
        WEIGH_AGAIN
    }

    /** 登记退费，或已经办妥。 */
    enum ReturnDecision {
        REFUND,
        SETTLED
    }

    record YearsReviewed(
            YearsDecision decision, List<Correction> corrections, List<ServiceDecision> services, String reason) {}

    record Confirmed(ApplicantSays decision, String note) {}

    record Choice(ChoiceDecision decision, String option, Integer instalments, String reason) {}

    record Rest(RestDecision decision, String reason) {}

    record Credit(String amount, String source) {}

    record Returned(ReturnDecision decision, String refundCase, String note, String payeeIs, StatedPayee payee) {

        ReturnPayee to() {
            return payee == null
                    ? new ReturnPayee(payeeIs, null, null, null)
                    : new ReturnPayee(payeeIs, payee.name(), payee.accountNumber(), payee.bankCode());
        }

        /** Never prints the account number. */
        @Override
        public String toString() {
            return "Returned[" + decision + "]";
        }
    }

    record StatedPayee(String name, String accountNumber, String bankCode) {

        /** Never prints the account number. */
        @Override
        public String toString() {
            return "StatedPayee[" + bankCode + "]";
        }
    }
}
