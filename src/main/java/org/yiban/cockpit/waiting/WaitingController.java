package org.yiban.cockpit.waiting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.engine.EngineRecords;
import org.yiban.cockpit.engine.Stay;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;

/** How long cases wait at the elements of a process, in the pools of the person who asks. */
@RestController
@RequestMapping("/api/sla/process-definitions")
@Tag(name = "时限监督")
class WaitingController {

    private static final int LOOKING_BACK = 90;
    private static final int MANY_VERSIONS = 1_000_000;
    private static final int HALF = 50;
    private static final int MOST = 90;

    private final CaseScope scope;
    private final EngineRecords engine;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    WaitingController(CaseScope scope, EngineRecords engine, WorkingCalendars calendars, BusinessTime time) {
        this.scope = scope;
        this.engine = engine;
        this.calendars = calendars;
        this.time = time;
    }

    @GetMapping("/{key}/waiting")
    @Operation(summary = "流程各环节的等待", description = "现在停在各环节的件数和已等的工作日，最近 90 天离开的件数和所等的工作日：中位数、九成以内。按各统筹区的日历计；到达当天不计。")
    WaitingView waiting(
            @PathVariable String key,
            @Parameter(description = "流程的版本；不填为各版本合计") @RequestParam(required = false) String version) {
        Violations violations = new Violations();
        Integer of = version == null || version.isBlank()
                ? null
                : Integer.valueOf(CaseScope.number("version", version, 1, 1, MANY_VERSIONS, violations));
        violations.throwIfAny();
        if (!engine.deployed(key, of)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "key", key, "没有这个流程，或没有这个版本");
        }
        LocalDate today = time.today();
        List<Stay> stays = engine.stays(key, of, scope.pools(), today.minusDays(LOOKING_BACK));
        Map<String, Waits> waits = new TreeMap<>();
        Map<String, WorkingCalendar> calendarOf = new HashMap<>();
        for (Stay stay : stays) {
            WorkingCalendar calendar = calendarOf.computeIfAbsent(stay.pool(), calendars::of);
            LocalDate until = stay.until() == null ? today : stay.until();
            Waits at = waits.computeIfAbsent(stay.activityId(), id -> new Waits(stay.activityName()));
            (stay.until() == null ? at.open : at.finished)
                    .add(calendar.workingDaysBetween(stay.from(), until), stay.cases());
        }
        return new WaitingView(
                key,
                of,
                waits.entrySet().stream()
                        .map(entry -> entry.getValue().view(entry.getKey()))
                        .toList());
    }

    /** What is known of an element. */
    private static final class Waits {

        private final String name;
        private final DayCounts open = new DayCounts();
        private final DayCounts finished = new DayCounts();

        Waits(String name) {
            this.name = name;
        }

        WaitingView.Activity view(String id) {
            return new WaitingView.Activity(
                    id,
                    name,
                    open.total(),
                    open.percentile(HALF),
                    open.percentile(MOST),
                    finished.total(),
                    finished.percentile(HALF),
                    finished.percentile(MOST));
        }
    }
}
