package org.yiban.cockpit.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.CaseScope;
import org.yiban.kernel.Violations;
import org.yiban.region.RegionCode;

/** Counts of the cases of the pools of the person who asks. */
@RestController
@RequestMapping("/api/sla")
@Tag(name = "时限监督")
class OverviewController {

    private static final int QUARTER = 13;
    private static final int TWO_YEARS = 104;

    private final CaseScope scope;
    private final Overviews overviews;
    private final Trends trends;

    OverviewController(CaseScope scope, Overviews overviews, Trends trends) {
        this.scope = scope;
        this.overviews = overviews;
        this.trends = trends;
    }

    @GetMapping("/overview")
    @Operation(summary = "未办结案件的概况", description = "按统筹区、事项、状态的件数；正在计时的按剩余工作日的分布（负数为逾期）；各段的件数；暂定、待重新计算、待批准延长的件数。")
    OverviewView overview(
            @Parameter(description = "统筹区代码；不填为本人的全部") @RequestParam(required = false) String pool,
            @Parameter(description = "事项：TRANSFER_IN / TRANSFER_OUT；不填为全部") @RequestParam(required = false)
                    String kind) {
        Violations violations = new Violations();
        Set<RegionCode> pools = scope.pools(pool, violations);
        CaseKind of = CaseScope.oneOf(CaseKind.class, "kind", kind, violations);
        violations.throwIfAny();
        return overviews.of(pools, of);
    }

    @GetMapping("/trend")
    @Operation(summary = "每周按期、逾期办结的件数")
    Trend trend(
            @Parameter(description = "几周，1 到 104，默认 13，含本周") @RequestParam(required = false) String weeks,
            @Parameter(description = "统筹区代码；不填为本人的全部") @RequestParam(required = false) String pool,
            @Parameter(description = "事项：TRANSFER_IN / TRANSFER_OUT；不填为全部") @RequestParam(required = false)
                    String kind) {
        Violations violations = new Violations();
        int many = CaseScope.number("weeks", weeks, QUARTER, 1, TWO_YEARS, violations);
        Set<RegionCode> pools = scope.pools(pool, violations);
        CaseKind of = CaseScope.oneOf(CaseKind.class, "kind", kind, violations);
        violations.throwIfAny();
        return trends.of(pools, of, many);
    }
}
