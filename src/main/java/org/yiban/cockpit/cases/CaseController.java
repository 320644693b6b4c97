package org.yiban.cockpit.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.cases.CaseQuery.Given;
import org.yiban.cockpit.engine.EngineRecords;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** The clocks of cases, of the pools of the person who asks; another pool's do not exist for them. */
@RestController("slaCaseController")
@RequestMapping("/api/sla")
@Tag(name = "时限监督")
class CaseController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CaseScope scope;
    private final ClockedCases cases;
    private final CaseRows rows;
    private final CaseExport export;
    private final Timelines timelines;
    private final EngineRecords engine;
    private final AuditTrail audit;
    private final BusinessTime time;

    CaseController(
            CaseScope scope,
            ClockedCases cases,
            CaseRows rows,
            CaseExport export,
            Timelines timelines,
            EngineRecords engine,
            AuditTrail audit,
            BusinessTime time) {
        this.scope = scope;
        this.cases = cases;
        this.rows = rows;
        this.export = export;
        this.timelines = timelines;
        this.engine = engine;
        this.audit = audit;
        this.time = time;
    }

    @GetMapping("/cases")
    @Operation(
            summary = "案件及其时限",
            description = "不填状态为全部未办结的。sort=due（默认）按到期日，逾期、临期在前，暂停的在后，未起算的最后；opened 按登记时间，"
                    + "case 按案号，used 按已用工作日，多的在前。翻页：after 填上一页的 next。")
    CasePage list(@ParameterObject Given given) {
        return rows.page(CaseQuery.of(given, scope));
    }

    @GetMapping(path = "/cases.csv", produces = "text/csv")
    @Operation(summary = "导出 CSV", description = "条件与列表相同，导出全部各页；记入审计。")
    void csv(@ParameterObject Given given, HttpServletResponse response) throws IOException {
        CaseQuery query = recorded(given, "CSV");
        attach(response, "text/csv;charset=UTF-8", "csv");
        export.csv(query, response.getOutputStream());
    }

    @GetMapping(path = "/cases.xlsx", produces = WORKBOOK)
    @Operation(summary = "导出 XLSX", description = "条件与列表相同，导出全部各页；记入审计。")
    void workbook(@ParameterObject Given given, HttpServletResponse response) throws IOException {
        CaseQuery query = recorded(given, "XLSX");
        attach(response, WORKBOOK, "xlsx");
        export.workbook(query, response.getOutputStream());
    }

    @GetMapping("/cases/{number}")
    @Operation(summary = "一个案件的时限：经过、各段、暂停、预计")
    TimelineView timeline(@PathVariable String number) {
        return timelines.of(scope.require(new CaseNumber(number)).number());
    }

    @GetMapping("/process-instances/{id}")
    @Operation(summary = "一个流程实例所办案件的时限")
    TimelineView ofInstance(@PathVariable String id) {
        return engine.businessKey(id)
                .flatMap(CaseController::caseNumber)
                .map(number -> timelines.of(scope.require(number).number()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "id", id, "没有这个流程实例，或者它不办理案件"));
    }

    private static Optional<CaseNumber> caseNumber(String key) {
        try {
            return Optional.of(new CaseNumber(key));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private CaseQuery recorded(Given given, String form) {
        CaseQuery query = CaseQuery.of(given, scope);
        audit.record(
                AuditAction.CASES_EXPORTED,
                null,
                null,
                "导出 %s，%d 件；统筹区 %s；状态 %s%s%s%s"
                        .formatted(
                                form,
                                cases.count(query),
                                query.pools(),
                                query.standings(),
                                query.kind() == null ? "" : "；事项 " + query.kind(),
                                query.leg() == null ? "" : "；" + query.leg(),
                                given.text() == null || given.text().isBlank() ? "" : "；查找 " + given.text()));
        return query;
    }

    private void attach(HttpServletResponse response, String type, String ending) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("cases-%s.%s".formatted(time.today(), ending))
                        .build()
                        .toString());
    }
}
