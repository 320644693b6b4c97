package org.yiban.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Answer;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.StatedFacts;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.explain.ToldDecision;

/** Asks the tables over HTTP: what a family needs to know, and what it answers. Nothing is kept. */
@RestController
@RequestMapping("/api/decisions")
@Tag(name = "政策决策")
class DecisionController {

    private final Policies policies;
    private final DecisionWords words;

    DecisionController(Policies policies, DecisionWords words) {
        this.policies = policies;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "决策类别")
    List<FamilyName> families() {
        return policies.families().stream()
                .map(family -> new FamilyName(family, policies.label(family)))
                .toList();
    }

    @GetMapping("/{family}")
    @Operation(summary = "一类决策问什么、答什么", description = "同时给出 region 和 on（业务日期）时，另列当日依次作答的文件和决策表。")
    FamilyView family(
            @PathVariable String family,
            @Parameter(description = "统筹区的六位代码", example = "220000") @RequestParam(required = false) String region,
            @Parameter(description = "业务日期", example = "2023-03-06")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate on) {
        return FamilyView.of(policies, family, region, on);
    }

    @PostMapping("/{family}")
    @Operation(
            summary = "问一类决策",
            description = "正文是各项事实；没有写的事实如果影响结论，一次全部指出。结论附有依据和理由，sentences 是可以直接说给人听的话，不留记录。",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @io.swagger.v3.oas.annotations.media.Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(name = "transfer-deadline", value = """
                                                                    {"fromRegion": "370800", "toRegion": "371500",
                                                                     "acceptedOn": "2026-02-12"}"""))))
    ToldDecision decide(@PathVariable String family, @RequestBody Map<String, Object> facts) {
        return words.tell(policies.decide(family, StatedFacts.of(facts, policies.declaredFacts(family)))
                .explanation());
    }

    @PostMapping("/{family}/probe")
    @Operation(
            summary = "逐步询问一类决策",
            description = "供填写事实的页面使用：正文是目前已知的事实。答得出就给出答案；答不出就给出还缺哪些影响结论的事实（值为空），和哪些写得不对。不留记录。")
    Probe probe(@PathVariable String family, @RequestBody Map<String, Object> facts) {
        List<Fact> declared = policies.declaredFacts(family);
        try {
            Answer answer = policies.decide(family, StatedFacts.of(facts, declared));
            return new Probe(words.tell(answer.explanation()), List.of());
        } catch (ProblemException e) {
            return new Probe(null, e.violations());
        }
    }

    /**
     * How far the facts stated so far lead.
     *
     * @param answer {@code null} as long as it depends on facts that are missing or wrong
     * @param open the facts that are missing (without a value) or wrong
     */
    record Probe(ToldDecision answer, List<Violation> open) {}

    /** A family, and what people read. */
    record FamilyName(String name, String label) {}
}
