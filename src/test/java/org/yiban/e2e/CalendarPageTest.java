package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.calendar.NoticeFiles;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.TargetNature;
import org.yiban.support.ApiClient;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

@YibanEndToEndTest
class CalendarPageTest {

    private static final LocalDate DUE = LocalDate.of(2027, 1, 8);

    @Autowired
    ApiClient api;

    @Autowired
    Applicants applicants;

    @Autowired
    Clocks clocks;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theCalendarOfTheOtherTests() {
        jdbc.sql("delete from yiban.calendar_day where notice = '2027'").update();
        jdbc.sql("delete from yiban.calendar_notice where id = '2027'").update();
    }

    @Test
    void aSupervisorImportsNextYearsNoticeAndTheDueDayOfACaseMoves(Browsers browsers) {
        // given
        String caseNumber = openCaseDueIn2027();
        Page page = supervisor(browsers);
        page.navigate("/desk/cases/" + caseNumber);
        assertThat(page.locator("[data-due]")).containsText("2027年1月8日");
        assertThat(page.locator("[data-due]")).containsText("暂定");

        // when
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("工作日历"))
                .click();
        Locator form = page.locator("[data-notice]");
        form.getByLabel("标题").fill("国务院办公厅关于2027年部分节假日安排的通知（虚构）");
        form.getByLabel("公布日期").fill("2026-11-05");
        form.getByLabel("文件（CSV 或 JSON）")
                .setInputFiles(new FilePayload("2027.csv", "text/csv", NoticeFiles.csv(NoticeFiles.lines())));
        form.getByText("预览").click();
        Locator line = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(caseNumber));
        assertThat(line).containsText("2027年1月8日（暂定）");
        assertThat(line).containsText("2027年1月11日");
        browsers.screenshot(page, "preview");
        page.getByText("确认导入").click();

        // then
        assertThat(page.getByText("已办：《国务院办公厅关于2027年部分节假日安排的通知（虚构）》。")).isVisible();
        assertThat(page.locator("[data-filters]").getByLabel("年份")).hasValue("2027");
        assertThat(page.locator("[data-day='2027-02-06']")).hasClass("yb-day-off");
        assertThat(page.locator("[data-day='2027-02-13']")).hasClass("yb-day-work");
        browsers.screenshot(page, "year");
        page.waitForCondition(() -> stale() == 0);
        page.navigate("/desk/cases/" + caseNumber);
        assertThat(page.locator("[data-due]")).containsText("2027年1月11日");
        assertThat(page.locator("[data-due]")).not().containsText("暂定");
        assertThat(page.locator("[data-timeline]")).containsText("不再是暂定");
    }

    private long stale() {
        return api.get("superlc", "/api/calendars/recomputation")
                .body()
                .get("stale")
                .asLong();
    }

    /** A supervisor who is logged in without Tasklist, which takes longer to load than all of this test. */
    private static Page supervisor(Browsers browsers) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString("superlc:demo".getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        return page;
    }

    private String openCaseDueIn2027() {
        Applicant applicant = applicants.employedIn(new RegionCode("370800"));
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", applicant.identityNumber());
        application.put("name", applicant.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", "370800");
        application.put("toRegion", "371500");
        application.put("appliedOn", time.today().toString());
        String key = UUID.randomUUID().toString();
        String number = api.post("clerklc", "/api/transfers", application, "Idempotency-Key", key)
                .text("caseNumber");
        LocalDate accepted = time.today().isBefore(DUE) ? time.today() : DUE.minusDays(20);
        int workingDays = calendars.of("371500").workingDaysBetween(accepted, DUE);
        transaction.executeWithoutResult(status ->
                clocks.start(new CaseNumber(number), accepted, workingDays, TargetNature.LEGAL, ClockEntry.BY_PROCESS));
        return number;
    }
}
