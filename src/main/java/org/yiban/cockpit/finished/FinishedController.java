package org.yiban.cockpit.finished;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.access.Access;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.engine.EngineRecords;
import org.yiban.cockpit.engine.Visit;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** Closed cases of the pools of the person who asks, and what happened in a case. */
@RestController
@RequestMapping("/api/sla/finished")
@Tag(name = "时限监督")
class FinishedController {

    private final CaseScope scope;
    private final FinishedCases finished;
    private final EngineRecords engine;
    private final Cases cases;
    private final WorkingCalendars calendars;
    private final Access access;
    private final BusinessTime time;

    FinishedController(
            CaseScope scope,
            FinishedCases finished,
            EngineRecords engine,
            Cases cases,
            WorkingCalendars calendars,
            Access access,
            BusinessTime time) {
        this.scope = scope;
        this.finished = finished;
        this.engine = engine;
        this.cases = cases;
        this.calendars = calendars;
        this.access = access;
        this.time = time;
    }

    @GetMapping
    @Operation(summary = "已办结的案件", description = "最近办结的在前；按案号或其中一段、完整的姓名查找。翻页：after 填上一页的 next。")
    FinishedView list(@ParameterObject FinishedQuery.Given given) {
        return finished.find(FinishedQuery.of(given, false, scope));
    }

    @PostMapping
    @Operation(summary = "已办结的案件，也按证件号码查找", description = "与 GET 相同；证件号码写在正文里，不写在网址里，因为网址会进日志。")
    FinishedView search(@RequestBody FinishedQuery.Given given) {
        return finished.find(FinishedQuery.of(given, true, scope));
    }

    @GetMapping("/{caseNumber}/history")
    @Operation(summary = "一个案件的经过", description = "流程经过的各环节和案卷的记载；没有办结的案件也可以看。")
    HistoryView history(@PathVariable String caseNumber) {
        CaseFile file = scope.require(new CaseNumber(caseNumber));
        WorkingCalendar calendar = calendars.of(file.pool().value());
        Map<String, String> names = new HashMap<>();
        List<HistoryView.Activity> activities = engine.visits(file.number()).stream()
                .map(visit -> activity(visit, calendar, names))
                .toList();
        List<HistoryView.Event> events = cases.history(file.number()).stream()
                .map(event -> new HistoryView.Event(
                        event.step(), event.text(), event.byUser(), name(event.byUser(), names), event.at()))
                .toList();
        return new HistoryView(file.number().value(), activities, events);
    }

    private HistoryView.Activity activity(Visit visit, WorkingCalendar calendar, Map<String, String> names) {
        return new HistoryView.Activity(
                visit.activityId(),
                visit.activityName(),
                visit.type(),
                visit.assignee(),
                name(visit.assignee(), names),
                visit.from(),
                visit.until(),
                calendar.workingDaysBetween(
                        visit.from().toLocalDate(),
                        visit.until() == null ? time.today() : visit.until().toLocalDate()),
                visit.canceled());
    }

    private String name(String user, Map<String, String> names) {
        return user == null ? null : names.computeIfAbsent(user, access::nameOf);
    }
}
