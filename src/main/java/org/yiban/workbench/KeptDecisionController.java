package org.yiban.workbench;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.KeptDecision;
import org.yiban.policy.KeptDecisions;
import org.yiban.policy.Policies;

/** Kept decisions for analysts: facts and results, without case and person. */
@RestController
@RequestMapping("/api/kept-decisions")
@Tag(name = "政策决策")
class KeptDecisionController {

    private static final String USUAL_LIMIT = "1000";
    private static final int MOST = 5000;

    private final KeptDecisions kept;
    private final Policies policies;
    private final Access access;

    KeptDecisionController(KeptDecisions kept, Policies policies, Access access) {
        this.kept = kept;
        this.policies = policies;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "已作出的决策（规则分析员）", description = "事实和结果，不含案件和人员；用于以另一版决策表重新询问。按先后排列；翻页：after 填上一页最后一项的 id。")
    List<KeptDecision> next(
            @Parameter(description = "决策类别；不填为全部") @RequestParam(required = false) String family,
            @Parameter(description = "业务日期不早于")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "业务日期不晚于")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate until,
            @Parameter(description = "上一页最后一项的 id") @RequestParam(defaultValue = "0") long after,
            @Parameter(description = "每页项数，1 到 5000") @RequestParam(defaultValue = USUAL_LIMIT) int limit) {
        requireAnalyst();
        if (family != null) {
            policies.label(family);
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", String.valueOf(limit), "应为 1 到 " + MOST + " 的整数");
        }
        return kept.next(family, from, until, after, limit);
    }

    private void requireAnalyst() {
        if (access.current().pools(Role.ANALYSE).isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有规则分析员可以读取已作出的决策。");
        }
    }
}
