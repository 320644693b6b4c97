package org.yiban.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.policy.DecisionsByPeople;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.referral.Referral;
import org.yiban.referral.Referrals;
import org.yiban.referral.web.ReferralView.AskedResult;
import org.yiban.region.Regions;

/** What the documents leave to a person, as seniors decide it. */
@RestController
@RequestMapping("/api/referrals")
@Tag(name = "转人工判断")
class ReferralController {

    private final Referrals referrals;
    private final DecisionsByPeople byPeople;
    private final Policies policies;
    private final DecisionWords words;
    private final Regions regions;

    ReferralController(
            Referrals referrals, DecisionsByPeople byPeople, Policies policies, DecisionWords words, Regions regions) {
        this.referrals = referrals;
        this.byPeople = byPeople;
        this.policies = policies;
        this.words = words;
        this.regions = regions;
    }

    @GetMapping("/by-task/{taskId}")
    @Operation(summary = "一项转人工判断的待办：文件为什么没有结论，要填哪些结果")
    ReferralView byTask(@PathVariable String taskId) {
        Referral referral = referrals.ofTask(taskId);
        Explanation silent = referral.silent().explanation();
        return new ReferralView(
                referral.caseNumber().value(),
                regions.fullName(referral.pool()),
                silent.family(),
                policies.label(silent.family()),
                words.explain(silent),
                silent,
                byPeople.asked(silent.family()).stream().map(AskedResult::of).toList(),
                byPeople.needed(silent));
    }

    @PostMapping("/tasks/{taskId}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "主管判断文件没有规定的事项", description = "results 按合同的写法；理由和依据必填，随决定一起留存，规则分析员可以看到。")
    void decide(@PathVariable String taskId, @RequestBody SeniorDecision decision) {
        referrals.decide(taskId, decision.results(), decision.reason(), decision.basis());
    }

    /** A senior's decision. */
    record SeniorDecision(Map<String, Object> results, String reason, String basis) {}
}
