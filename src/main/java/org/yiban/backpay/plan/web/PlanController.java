package org.yiban.backpay.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.backpay.plan.PlanEnd;
import org.yiban.backpay.plan.PlanView;
import org.yiban.backpay.plan.ViewingPlans;
import org.yiban.kernel.CaseNumber;
import org.yiban.web.Required;

@RestController
@RequestMapping("/api/backpays")
@Tag(name = "退休缴费年限：继续缴费计划")
class PlanController {

    private final ContributionPlans plans;
    private final ViewingPlans viewing;

    PlanController(ContributionPlans plans, ViewingPlans viewing) {
        this.plans = plans;
        this.viewing = viewing;
    }

    @GetMapping("/{caseNumber}/plan")
    @Operation(summary = "查看一件的继续按月缴费计划", description = "没有计划的案件答复 204。")
    ResponseEntity<PlanView> get(@PathVariable String caseNumber) {
        return viewing.find(new CaseNumber(caseNumber))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/plan/by-task/{taskId}")
    @Operation(summary = "查看一项待办所属的计划")
    PlanView byTask(@PathVariable String taskId) {
        return viewing.of(viewing.caseOf(taskId));
    }

    @PostMapping("/plan/tasks/{taskId}/decision")
    @Operation(summary = "连续未缴的计划：催缴、继续，或终止（审核）")
    PlanView decide(@PathVariable String taskId, @RequestBody Decided decided) {
        CaseNumber number = viewing.caseOf(taskId);
        switch (Required.decision(decided.decision(), Decision.class)) {
            case REMIND -> plans.goOn(taskId, true, decided.reason());
            case GO_ON -> plans.goOn(taskId, false, decided.reason());
            case STOP -> plans.stop(taskId, decided.reason());
        }
        return viewing.of(number);
    }

    @PostMapping("/{caseNumber}/plan/end")
    @Operation(summary = "本人要求一次缴清余下月数、改参加居民医保，或终止计划（登记、审核）")
    PlanView end(@PathVariable String caseNumber, @RequestBody End end) {
        CaseNumber number = new CaseNumber(caseNumber);
        plans.giveUp(number, end.why(), end.text());
        return viewing.of(number);
    }

    /** 催缴、继续，或终止。 */
    enum Decision {
        REMIND,
        GO_ON,
        STOP
    }

    record Decided(Decision decision, String reason) {}

    record End(PlanEnd why, String text) {}
}
