package org.yiban.cockpit.overview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.sla.Leg;

/**
 * How the open cases of some pools stand now.
 *
 * @param ageing running clocks by working days left
 * @param provisional cases whose due day is provisional
 * @param stale cases that a change of calendar or settings has still to be counted into
 * @param pendingExtensions extensions that wait for approval
 */
@Schema(name = "SlaOverview", description = "未办结案件的概况")
record OverviewView(
        OffsetDateTime asOf,
        List<Pool> pools,
        List<Kind> kinds,
        List<State> states,
        List<Ageing> ageing,
        List<LegCases> legs,
        int provisional,
        int stale,
        int pendingExtensions) {

    @Schema(name = "SlaPool")
    record Pool(String pool, String name) {}

    @Schema(name = "SlaKind")
    record Kind(CaseKind kind, String title) {}

    @Schema(name = "SlaStateCases")
    record State(String pool, CaseKind kind, Standing state, String stateTitle, int cases) {}

    /** Running clocks with so many working days left; below zero when overdue. */
    @Schema(name = "SlaAgeing")
    record Ageing(int daysLeft, Standing state, int cases) {}

    /** Cases whose leg runs, and those among them whose leg is late. */
    @Schema(name = "SlaLegCases")
    record LegCases(Leg leg, String title, int cases, int late) {}
}
