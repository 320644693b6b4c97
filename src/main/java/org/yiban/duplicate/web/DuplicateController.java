package org.yiban.duplicate.web;

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
import org.yiban.casework.Registration;
import org.yiban.casework.web.Approval;
import org.yiban.casework.web.ObjectionDecided;
import org.yiban.casework.web.ObjectionFiled;
import org.yiban.casework.web.RegistrationAnswer;
import org.yiban.duplicate.AnsweringCounterparts;
import org.yiban.duplicate.DecidingDuplicates;
import org.yiban.duplicate.DuplicateApplication;
import org.yiban.duplicate.DuplicateView;
import org.yiban.duplicate.Ending;
import org.yiban.duplicate.ObjectingToDuplicates;
import org.yiban.duplicate.RegisteringDuplicates;
import org.yiban.duplicate.RestoringRelations;
import org.yiban.duplicate.ViewingDuplicates;
import org.yiban.duplicate.Which;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.known.Correction;
import org.yiban.web.Required;

/** Relations that stand twice: registering, the steps of the process, and the case. */
@RestController
@RequestMapping("/api/duplicates")
@Tag(name = "清理重复参保")
class DuplicateController {

    private final RegisteringDuplicates registering;
    private final DecidingDuplicates deciding;
    private final AnsweringCounterparts answering;
    private final ObjectingToDuplicates objecting;
    private final RestoringRelations restoring;
    private final ViewingDuplicates viewing;

    DuplicateController(
            RegisteringDuplicates registering,
            DecidingDuplicates deciding,
            AnsweringCounterparts answering,
            ObjectingToDuplicates objecting,
            RestoringRelations restoring,
            ViewingDuplicates viewing) {
        this.registering = registering;
        this.deciding = deciding;
        this.answering = answering;
        this.objecting = objecting;
        this.restoring = restoring;
        this.viewing = viewing;
    }

    @PostMapping
    @Operation(
            summary = "登记重复参保（登记、审核）",
            description = "同一 Idempotency-Key 重发同样的内容，返回同一案件（200）；内容不同则拒绝（409）。两个关系按登记查找，登记中没有另一关系的须填写。")
    ResponseEntity<DuplicateView> register(
            @RequestHeader("Idempotency-Key") String key, @RequestBody DuplicateApplication application) {
        Registration registration = registering.register(application, key);
        return RegistrationAnswer.of("/api/duplicates", registration, viewing::of);
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "查看案件")
    DuplicateView get(@PathVariable String caseNumber) {
        return viewing.of(new CaseNumber(caseNumber));
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的案件")
    DuplicateView byTask(@PathVariable String taskId) {
        return viewing.ofTask(taskId);
    }

    @PostMapping("/tasks/{taskId}/facts")
    @Operation(summary = "核对事实：确属重复，由系统按文件判定；或不属重复（审核）")
    DuplicateView checkFacts(@PathVariable String taskId, @RequestBody FactsChecked checked) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(checked.decision(), FactsDecision.class)) {
            case CONFIRM ->
                deciding.confirmFacts(taskId, checked.corrections(), checked.wishKeep(), checked.wishStatedOn());
            case NOT_DUPLICATE -> deciding.notDuplicate(taskId, checked.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/settlement")
    @Operation(summary = "确认保留哪个关系、另一个怎样处理；或请本人选择；或退回核对（审核）")
    DuplicateView settle(@PathVariable String taskId, @RequestBody Settled settled) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(settled.decision(), SettlementDecision.class)) {
            case CONFIRM -> deciding.settle(taskId, settled.kept(), settled.ending(), settled.on(), settled.reason());
            case ASK_PERSON -> deciding.askPerson(taskId, settled.question());
            case RETURN -> deciding.returnSettlement(taskId, settled.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/choice")
    @Operation(summary = "登记本人的书面选择，或没有作出选择（登记）")
    DuplicateView choose(@PathVariable String taskId, @RequestBody Choice choice) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean received = Required.decision(choice.decision(), ChoiceDecision.class) == ChoiceDecision.RECEIVED;
        if (received && choice.keep() == null) {
            throw ProblemException.invalid("keep", null, "必填：FIRST（本地关系）或 SECOND（另一关系）");
        }
        deciding.recordChoice(taskId, received ? choice.keep() : null, choice.statedOn(), choice.note());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/approval")
    @Operation(summary = "批准处理意见，或退回（审批，与登记、审核不得为同一人）")
    DuplicateView approve(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            deciding.approve(taskId);
        } else {
            deciding.returnApproval(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/answer")
    @Operation(summary = "登记对方经办机构以函件作出的答复（审核）")
    DuplicateView recordAnswer(@PathVariable String taskId, @RequestBody Answered answered) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean agreed = Required.decision(answered.decision(), AnswerDecision.class) == AnswerDecision.AGREED;
        answering.recordAnswer(taskId, agreed, answered.answeredOn(), answered.text());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/counterpart")
    @Operation(summary = "答复对方经办机构的请求：同意（报审批），或不同意（审核）")
    DuplicateView answer(@PathVariable String taskId, @RequestBody CounterpartDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean agreed = Required.decision(decided.decision(), AnswerDecision.class) == AnswerDecision.AGREED;
        answering.answer(taskId, agreed, decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/restoration")
    @Operation(summary = "对方撤销请求后，恢复本地的参保关系（报审批）或不恢复（审核）")
    DuplicateView checkRestoration(@PathVariable String taskId, @RequestBody RestorationDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        boolean restore = Required.decision(decided.decision(), Restoration.class) == Restoration.RESTORE;
        restoring.check(taskId, restore, decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/restoration-approval")
    @Operation(summary = "批准恢复参保关系，或退回（审批，与审核不得为同一人）")
    DuplicateView approveRestoration(@PathVariable String taskId, @RequestBody Approval approval) {
        CaseNumber number = viewing.caseOf(taskId);
        if (approval.confirmed()) {
            restoring.approve(taskId);
        } else {
            restoring.giveBack(taskId, approval.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/tasks/{taskId}/objection")
    @Operation(summary = "复核异议：维持原决定，或撤销原处理重新办理（主管，未参与原决定的人）")
    DuplicateView decideObjection(@PathVariable String taskId, @RequestBody ObjectionDecided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        objecting.decide(taskId, decided.again(), decided.reason());
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/objection")
    @Operation(summary = "登记对重复参保处理的异议（登记、审核）")
    DuplicateView object(@PathVariable String caseNumber, @RequestBody ObjectionFiled objection) {
        CaseNumber number = new CaseNumber(caseNumber);
        objecting.file(number, objection.filedOn(), objection.grounds());
        return viewing.of(number);
    }

    /** 事实核对的结果。 */
    enum FactsDecision {
        CONFIRM,
        NOT_DUPLICATE
    }

    /** 确认的结果。 */
    enum SettlementDecision {
        CONFIRM,
        ASK_PERSON,
        RETURN
    }

    /** 本人是否作出选择。 */
    enum ChoiceDecision {
        RECEIVED,
        NOT_RECEIVED
    }

    /** 经办机构之间的答复。 */
    enum AnswerDecision {
        AGREED,
        REFUSED
    }

    /** 恢复与否。 */
    enum Restoration {
        RESTORE,
        KEEP
    }

    record RestorationDecided(Restoration decision, String reason) {}

    record FactsChecked(
            FactsDecision decision,
            List<Correction> corrections,
            Which wishKeep,
            LocalDate wishStatedOn,
            String reason) {}

    record Settled(
            SettlementDecision decision, Which kept, Ending ending, LocalDate on, String reason, String question) {}

    record Choice(ChoiceDecision decision, Which keep, LocalDate statedOn, String note) {}

    record Answered(AnswerDecision decision, LocalDate answeredOn, String text) {}

    record CounterpartDecided(AnswerDecision decision, String reason) {}
}
