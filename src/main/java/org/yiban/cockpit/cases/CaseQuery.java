package org.yiban.cockpit.cases;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.CaseText;
import org.yiban.cockpit.Standing;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.RegionCode;
import org.yiban.sla.Leg;

/**
 * Which cases are asked for, in which order; {@code null} where nothing is asked.
 *
 * @param pools never those of somebody else
 * @param number part of a case number, in capital letters
 * @param name a person's name
 */
record CaseQuery(
        Set<RegionCode> pools,
        Set<Standing> standings,
        CaseKind kind,
        Leg leg,
        String number,
        String name,
        CaseOrder order,
        CasePlace after,
        int limit) {

    static final int MOST = 200;

    private static final int USUAL = 30;

    /** What a caller wrote. */
    record Given(
            @Parameter(description = "NOT_STARTED / ON_TRACK / AT_RISK / OVERDUE / PAUSED / MET / MISSED，可以填几个；不填为未办结的")
            List<String> state,

            @Parameter(description = "统筹区代码；不填为本人的全部") String pool,

            @Parameter(description = "事项：TRANSFER_IN / TRANSFER_OUT")
            String kind,

            @Parameter(description = "现在轮到哪一地：TRANSFER_OUT / TRANSFER_IN")
            String leg,

            @Parameter(description = "案号或其中一段，或者完整的姓名") String text,

            @Parameter(description = "due（默认）/ opened / case / used")
            String sort,

            @Parameter(description = "上一页的 next；导出时不用") String after,

            @Parameter(description = "每页件数，1 到 200，默认 30；导出时不用")
            String limit) {}

    /**
     * Reads what a caller asks.
     *
     * @throws ProblemException naming every parameter that is wrong
     */
    static CaseQuery of(Given given, CaseScope scope) {
        Violations violations = new Violations();
        Set<RegionCode> pools = scope.pools(given.pool(), violations);
        Set<Standing> standings = standings(given.state(), violations);
        CaseKind kind = CaseScope.oneOf(CaseKind.class, "kind", given.kind(), violations);
        Leg leg = CaseScope.oneOf(Leg.class, "leg", given.leg(), violations);
        CaseOrder order = CaseOrder.of(given.sort(), violations);
        if (order == CaseOrder.USED && !Standing.OPEN.containsAll(standings)) {
            violations.add("sort", given.sort(), "已办结的案件不按已用天数排列；可以用 due / opened / case");
        }
        CaseText text = CaseText.of(given.text(), false, violations);
        int limit = CaseScope.number("limit", given.limit(), USUAL, 1, MOST, violations);
        CasePlace after = given.after() == null || given.after().isBlank()
                ? null
                : violations.collect(() -> CasePlace.parse(given.after(), order));
        violations.throwIfAny();
        return new CaseQuery(pools, standings, kind, leg, text.number(), text.name(), order, after, limit);
    }

    private static Set<Standing> standings(List<String> states, Violations violations) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (states != null) {
            states.forEach(state -> {
                Standing standing = CaseScope.oneOf(Standing.class, "state", state, violations);
                if (standing != null) {
                    standings.add(standing);
                }
            });
        }
        return standings.isEmpty() ? Standing.OPEN : standings;
    }

    /** Whether cases without clock are asked for; no leg of theirs runs. */
    boolean withoutClock() {
        return standings.contains(Standing.NOT_STARTED) && leg == null;
    }

    /** Whether only open cases are asked for. */
    boolean openOnly() {
        return Standing.OPEN.containsAll(standings);
    }

    /** The page of so many that follows on a case, or the first. */
    CaseQuery after(CasePlace place, int most) {
        return new CaseQuery(pools, standings, kind, leg, number, name, order, place, most);
    }
}
