package org.yiban.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.Silence;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.referral.MissingRule;
import org.yiban.referral.MissingRules;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The rules that are missing, for analysts. */
@RestController
@RequestMapping("/api/missing-rules")
@Tag(name = "转人工判断")
class MissingRuleController {

    private final MissingRules missing;
    private final Policies policies;
    private final DecisionWords words;
    private final Regions regions;
    private final Access access;

    MissingRuleController(
            MissingRules missing, Policies policies, DecisionWords words, Regions regions, Access access) {
        this.missing = missing;
        this.policies = policies;
        this.words = words;
        this.regions = regions;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "文件没有规定、要由人判断的事项（规则分析员）", description = "同一地区、同一原因算一项，次数多的在前；不含案件和人员。")
    List<MissingRuleView> byFrequency(
            @Parameter(description = "决策类别；不填为全部") @RequestParam(required = false) String family) {
        requireAnalyst();
        if (family != null) {
            policies.label(family);
        }
        return missing.byFrequency(family).stream().map(this::view).toList();
    }

    @GetMapping("/{key}")
    @Operation(summary = "一项缺失的规则最近各次的事实和判断（规则分析员）", description = "不含案件和人员；新的在前，最多 100 次。")
    List<InstanceView> instances(@PathVariable String key) {
        requireAnalyst();
        return missing.instances(key).stream().map(this::view).toList();
    }

    private InstanceView view(MissingRule.Instance instance) {
        Explanation asked = instance.asked();
        Explanation decided = instance.decided();
        return new InstanceView(
                asked.businessDate(),
                words.explain(asked).facts(),
                asked.facts(),
                decided == null ? null : words.explain(decided).conclusion(),
                decided == null ? null : decided.ruleText());
    }

    private MissingRuleView view(MissingRule rule) {
        Map<String, String> outcomes = policies.declaredResults(rule.family()).stream()
                .filter(result -> result.name().equals(Result.OUTCOME))
                .findFirst()
                .map(Result::words)
                .orElse(Map.of());
        return new MissingRuleView(
                rule.key(),
                rule.family(),
                policies.label(rule.family()),
                rule.region(),
                Optional.ofNullable(rule.region())
                        .map(code -> regions.fullName(new RegionCode(code)))
                        .orElse(null),
                rule.rule(),
                rule.ruleText(),
                rule.silence(),
                rule.cases(),
                rule.enquiries(),
                rule.decided().entrySet().stream()
                        .map(decided -> new DecidedAs(
                                outcomes.getOrDefault(decided.getKey(), decided.getKey()), decided.getValue()))
                        .toList(),
                rule.open(),
                rule.first(),
                rule.last());
    }

    private void requireAnalyst() {
        if (access.current().pools(Role.ANALYSE).isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有规则分析员可以查看缺失的规则。");
        }
    }

    /** A rule that is missing; see {@link MissingRule}. */
    record MissingRuleView(
            String key,
            String family,
            String familyLabel,
            String region,
            String regionName,
            String rule,
            String ruleText,
            List<Silence> silence,
            int cases,
            int enquiries,
            List<DecidedAs> decided,
            int open,
            LocalDate first,
            LocalDate last) {}

    /**
     * One time that a rule was missing.
     *
     * @param sentences the facts that counted, in words
     * @param conclusion what the senior decided; {@code null} if nobody has yet
     * @param grounds why, and on what basis; {@code null} likewise
     */
    record InstanceView(
            LocalDate businessDate,
            List<String> sentences,
            Map<String, Object> facts,
            String conclusion,
            String grounds) {}

    /** How often seniors decided an outcome. */
    record DecidedAs(String outcome, int times) {}
}
