package org.yiban.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.sla.ClockState;

/** The cases of the pools of the person who asks; another pool's do not exist for them. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "案件")
class CaseController {

    private static final String USUAL_LIMIT = "30";

    private final CaseList list;
    private final Access access;

    CaseController(CaseList list, Access access) {
        this.list = list;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "本人所在统筹区的案件",
            description = "办理中（state=OPEN）的按到期日排列，尚无到期日的在后；其余按登记时间，新的在前。翻页：after 填上一页的 next。")
    CasePage list(
            @Parameter(description = "状态；不填为全部") @RequestParam(required = false) CaseState state,
            @Parameter(description = "事项；不填为全部") @RequestParam(required = false) CaseKind kind,
            @Parameter(description = "时限的状态；不填为全部，包括尚未起算的") @RequestParam(required = false) ClockState clock,
            @Parameter(description = "案号或其中一段") @RequestParam(required = false) String text,
            @Parameter(description = "上一页的 next") @RequestParam(required = false) String after,
            @Parameter(description = "每页件数，1 到 100") @RequestParam(defaultValue = USUAL_LIMIT) int limit) {
        return list.page(access.current().casePools(), CaseFilter.of(state, kind, clock, text, after, limit));
    }
}
