package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** A supervisor in Cockpit: which case runs out of time, what is done about its clock, where cases wait. */
@YibanEndToEndTest
class CockpitSupervisionTest {

    /** Long ago: whenever this test runs, a case accepted on this day is overdue. */
    private static final String ACCEPTED_ON = "2026-02-12";

    @Autowired
    ApiClient api;

    @Autowired
    Applicants applicants;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    private String caseNumber;

    @BeforeEach
    void aCaseThatIsOverdue() {
        caseNumber = registered();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        Answer answer = api.post(
                "reviewlc",
                "/api/transfers/tasks/" + task + "/acceptance",
                Map.of("decision", "ACCEPT", "acceptedOn", ACCEPTED_ON, "materials", List.of("IDENTITY_DOCUMENT")));
        Assertions.assertThat(answer.status()).as("%s", answer).isLessThan(300);
    }

    @Test
    void aSupervisorFindsTheOverdueCaseAndMovesItsClock(Browsers browsers) {
        // given
        Page page = cockpit(browsers);
        assertThat(page.getByRole(AriaRole.HEADING, named("时限总览"))).isVisible();

        // when
        page.locator(".yc-tile.yc-overdue").click();
        Locator clock = clockOf(caseNumber, page);
        assertThat(clock.locator("h2")).containsText("逾期");
        assertThat(clock.locator("svg.yc-clock-line")).isVisible();

        // then
        act(page, "重新起算", "新的时限（工作日）", "10", "理由", "申请人补充了事实，重新受理");
        assertThat(clock.locator("h2")).containsText("正常");
        act(page, "暂停计时", "等待其他地区答复", null, "说明", "转出地核对缴费记录");
        assertThat(clock.locator("h2")).containsText("暂停");
        browsers.screenshot(page, "paused");
        act(page, "恢复计时", "说明", "转出地已答复");
        assertThat(clock.locator("h2")).containsText("正常");
        act(page, "延长时限", "延长的工作日数", "2", "理由", "转出地系统升级");
        assertThat(clock.locator(".yc-facts")).containsText("12 个工作日（含延长 2）");
        assertThat(clock.locator(".yc-events")).containsText("转出地系统升级");
        browsers.screenshot(page, "extended");
    }

    @Test
    void aRefusalOfTheServerStandsAtItsFieldAndTheClockStaysAsItIs(Browsers browsers) {
        // given
        browsers.expectRefusalsOf("/resets");
        Page page = cockpit(browsers);
        clockOf(caseNumber, page);

        // when
        button(page, "重新起算").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("新的时限（工作日）").fill("5000");
        dialog.getByLabel("理由").fill("太久");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重新起算"))
                .click();

        // then
        assertThat(dialog.locator(".yb-invalid .yb-message")).containsText("应为 1 到 999");
        assertThat(dialog.getByLabel("理由")).hasValue("太久");
        browsers.screenshot(page, "refused");
    }

    @Test
    void theDiagramShowsWhereCasesWaitAndAFinishedCaseIsFoundByItsNumber(Browsers browsers) {
        // given
        String finished = registered();
        api.post("clerklc", "/api/transfers/" + finished + "/withdrawal", Map.of("reason", "申请人决定不转移"));
        Page page = cockpit(browsers);
        page.getByRole(AriaRole.LINK, named("已办结案件")).first().click();

        // when
        page.getByLabel("案号（可写一段）、证件号码或姓名").fill(finished);
        button(page, "查询").click();
        Locator row = page.locator(".yc-finished tbody tr").filter(new Locator.FilterOptions().setHasText(finished));
        row.getByRole(AriaRole.BUTTON).click();

        // then
        assertThat(page.locator(".yc-history")).containsText("申请人决定不转移");
        browsers.screenshot(page, "finished");

        // when
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("transferIn")
                .latestVersion()
                .singleResult()
                .getId();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");

        // then
        assertThat(page.locator(".yc-badge").first()).containsText("件");
        browsers.screenshot(page, "waiting");
    }

    private String registered() {
        Applicant applicant = applicants.employedIn(new RegionCode("370800"));
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", applicant.identityNumber());
        application.put("name", applicant.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", "370800");
        application.put("toRegion", "371500");
        application.put("appliedOn", ACCEPTED_ON);
        return api.post(
                        "clerklc",
                        "/api/transfers",
                        application,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("caseNumber");
    }

    private static Page cockpit(Browsers browsers) {
        Page page = browsers.open("superlc", "/camunda/app/cockpit/default/");
        try {
            page.locator(".yc-tile").first().waitFor(new Locator.WaitForOptions().setTimeout(Browsers.PATIENCE_MS / 2));
        } catch (TimeoutError e) {
            // Camunda's loader gives up on modules that a cold server is slow to send; as people do, load again.
            page.reload();
        }
        assertThat(page.locator(".yc-tile").first()).isVisible();
        return page;
    }

    /** Looks a case up in the list of the board, and goes to its clock. */
    private static Locator clockOf(String caseNumber, Page page) {
        page.getByLabel("案号（可写一段）或姓名").fill(caseNumber);
        button(page, "查询").click();
        Locator row = page.locator(".yc-list tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("逾期");
        row.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(caseNumber).setExact(true))
                .click();
        return page.locator(".yc-clock");
    }

    /** Presses a button of the clock, fills the dialog (label, value; no value: a choice) and sends it. */
    private static void act(Page page, String what, String... labelsAndValues) {
        button(page, what).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        for (int place = 0; place < labelsAndValues.length; place += 2) {
            Locator field = dialog.getByLabel(labelsAndValues[place], new Locator.GetByLabelOptions().setExact(true));
            if (labelsAndValues[place + 1] == null) {
                field.check();
            } else {
                field.fill(labelsAndValues[place + 1]);
            }
        }
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
