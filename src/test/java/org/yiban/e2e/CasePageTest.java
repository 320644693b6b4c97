package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;
import org.yiban.transfer.TransferSteps;
import org.yiban.transfer.balance.BalanceSteps;

@YibanEndToEndTest
class CasePageTest {

    /** Pixels between the margins of an A4 page. */
    private static final int A4_WIDTH = 627;

    private static final int A4_HEIGHT = 934;

    @Autowired
    ApiClient api;

    @Autowired
    Applicants applicants;

    @Autowired
    TransferSteps steps;

    @Autowired
    BalanceSteps balances;

    @Autowired
    BusinessTime time;

    private Applicant applicant;
    private String caseNumber;

    @BeforeEach
    void anOpenCase() {
        applicant = applicants.employedIn(new RegionCode("370800"));
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("identityNumber", applicant.identityNumber());
        application.put("name", applicant.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", "370800");
        application.put("toRegion", "371500");
        application.put("appliedOn", "2026-02-12");
        caseNumber = api.post(
                        "clerklc",
                        "/api/transfers",
                        application,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("caseNumber");
    }

    @Test
    void aClerkFindsAnOpenCaseInTheListAndWithdrawsItForTheApplicant(Browsers browsers) {
        // given
        Page page = browsers.open("clerklc", "/desk/cases");
        page.locator("input[name=text]").fill(caseNumber);
        button(page, "查询").click();
        Locator entry = page.getByRole(AriaRole.LINK, named(caseNumber));
        assertThat(entry).isVisible();
        browsers.screenshot(page, "list");
        entry.click();

        // when
        button(page, "撤回申请…").click();
        button(page, "下一步").click();
        assertThat(page.getByText("请填写撤回原因")).isVisible();
        page.getByLabel("撤回原因").fill("申请人决定留在济宁参保");
        button(page, "下一步").click();
        browsers.screenshot(page, "confirm");
        button(page, "确认撤回").click();

        // then
        Locator main = page.getByRole(AriaRole.MAIN);
        assertThat(main.getByText("案件 " + caseNumber + " 已撤回。")).isVisible();
        assertThat(main.locator("[data-state] .yb-mark")).hasText("已撤回");
        assertThat(main.locator("[data-timeline]")).containsText("申请人撤回：申请人决定留在济宁参保");
        assertThat(main.locator("[data-timeline]")).containsText("聊城·登记员（演示）");
        assertThat(button(page, "撤回申请…")).isHidden();
        browsers.screenshot(page, "withdrawn");
    }

    @Test
    void theProvisionsOfADecisionAreShownWithTheirDocumentAndWhatTheySay(Browsers browsers) {
        // when
        Page page = browsers.open("clerklc", "/desk/cases/" + caseNumber);

        // then
        Locator provisions = page.locator(".yb-provisions");
        assertThat(provisions).containsText("SD2021-54 art.(九)[2]");
        assertThat(provisions).containsText("鲁医保发〔2021〕54号《关于进一步规范");
        assertThat(provisions).containsText("省内跨统筹区的转移9个工作日内办结");
        browsers.screenshot(page, "provisions");
    }

    @Test
    void financeRecordsTheRestOfABalanceThatNobodyWaitsForAnyMore(Browsers browsers) {
        // given
        BalanceSteps.Completed in = balances.in("370800", "371500", "200.00");
        balances.arrives(in, "150.00", "HD-1");
        balances.post("reviewlc", in, "difference", Map.of("decision", "CREDIT", "reason", "转出地说明已用50元"));
        Page page = browsers.open("financelc", "/desk/cases/" + in.number());
        // when
        button(page, "登记到账的余额…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("到账金额（元）").fill("50.00");
        dialog.getByLabel("到账日", new Locator.GetByLabelOptions().setExact(true)).fill("2026-03-02");
        dialog.getByLabel("银行回单号").fill("HD-2");
        browsers.screenshot(page, "arrival");
        button(page, "登记").click();
        // then
        assertThat(page.getByText("已登记到账。")).isVisible();
        Locator balance = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("个人账户余额"));
        assertThat(balance).containsText("HD-2");
        assertThat(balance).containsText("与信息表相符，已记入个人账户");
        browsers.screenshot(page, "arrived");
    }

    @Test
    void aSupervisorIsOfferedOnlyWhatCanFollowFromAContradictionAndToldWhy(Browsers browsers) {
        // given a transfer that was recorded as completed and is withdrawn on the other side
        String in = steps.verified(applicants.employedIn(new RegionCode("370800")));
        String out = steps.outCaseOf(in);
        String today = time.today().toString();
        steps.act("superjn", out, "other-side", Map.of("end", "COMPLETED", "completedOn", today, "reason", "来电告知"));
        steps.decide("approvejn", out + "/otherside", "other-side", Map.of("decision", "CONFIRM"));
        steps.withdraw(in, "本人改变主意");
        steps.messagesArrive();
        // when
        TasklistPage supervisor = browsers.tasklist("superjn").openList("待认领");
        supervisor.openTask("核实转入地的结果", out);
        supervisor.claim();
        // then
        assertThat(supervisor.form().getByText("不能照办：转入地说没有转入")).isVisible();
        assertThat(supervisor.form().getByRole(AriaRole.RADIO)).hasCount(1);
        supervisor.screenshot("contradiction");
    }

    @Test
    void aDecisionIsSaidInWordsAndGoesOntoPaper(Browsers browsers) {
        // given
        Page page = browsers.open("clerklc", "/desk/cases/" + caseNumber);
        Locator explained = page.locator(".yb-explained").first();
        assertThat(explained).containsText("这是省内跨统筹区转移");
        assertThat(explained).containsText("依据鲁医保发〔2021〕54号");
        browsers.screenshot(page, "explained");

        // when
        Page sheet = page.waitForPopup(() -> explained.getByText("打印决定说明（新标签页）").click());
        assertThat(sheet.getByRole(AriaRole.HEADING, named("决定说明"))).isVisible();
        sheet.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        sheet.setViewportSize(A4_WIDTH, A4_HEIGHT);

        // then
        Locator paper = sheet.locator("[data-sheet]");
        assertThat(paper).containsText(caseNumber);
        assertThat(paper).containsText("看了哪些事实");
        assertThat(paper).containsText("经办人（签名）");
        assertThat(paper).containsText("决策表 transferDeadline_370000_SD2021_54");
        assertThat(sheet.getByRole(AriaRole.BUTTON, named("打印"))).isHidden();
        Assertions.assertThat(sheet.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(A4_WIDTH);
        browsers.screenshot(sheet, "sheet");
        Assertions.assertThat(sheet.pdf(new Page.PdfOptions()
                        .setFormat("A4")
                        .setPath(Path.of("target", "screenshots", "CasePageTest.sheet.pdf"))))
                .isNotEmpty();
    }

    @Test
    void aReviewerIsAskedToLogInGoesOnAndPausesAndResumesTheClock(Browsers browsers) {
        // given
        steps.accept(caseNumber, time.today());
        browsers.expectRefusalsOf("/api/me");
        Page page = browsers.open("/desk/cases/" + caseNumber);
        assertThat(page.getByRole(AriaRole.HEADING, named("请先登录"))).isVisible();
        assertThat(page.getByText(caseNumber)).hasCount(0);
        browsers.screenshot(page, "login");

        // when
        Page login = page.waitForPopup(
                () -> page.getByRole(AriaRole.LINK, named("登录（新页面）")).click());
        new TasklistPage(login, browsers).login("reviewlc");
        page.bringToFront();
        Locator goOn = button(page, "我已登录，继续");
        if (goOn.isVisible()) {
            goOn.click();
        }

        // then
        assertThat(page.getByRole(AriaRole.HEADING, named(caseNumber))).isVisible();
        assertThat(page.locator("[data-who]")).hasText("聊城·审核员（演示）");

        // when
        button(page, "暂停时限…").click();
        Locator dialog = page.locator("dialog[open]");
        Locator send = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("暂停时限"));
        send.click();
        assertThat(dialog.getByText("请选择暂停原因")).isVisible();
        dialog.getByLabel("等待申请人补正材料").check();
        dialog.getByLabel("说明").fill("已请申请人补交户口簿");
        browsers.screenshot(page, "pause");
        send.click();

        // then
        assertThat(page.locator("[data-done]")).hasText("时限已暂停。");
        assertThat(page.locator("[data-clock-short]")).containsText("暂停");
        assertThat(page.locator("[data-clock-events]")).containsText("等待申请人补正材料；已请申请人补交户口簿");
        browsers.screenshot(page, "paused");

        // when
        button(page, "恢复时限…").click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("恢复时限"))
                .click();

        // then
        assertThat(page.locator("[data-clock-short]")).containsText("还剩 9 个工作日");
        assertThat(button(page, "暂停时限…")).isVisible();
    }

    @Test
    void anotherPoolsCaseDoesNotExistOnThePage(Browsers browsers) {
        // given
        browsers.expectRefusalsOf("/api/transfers/");

        // when
        Page page = browsers.open("clerkjn", "/desk/cases/" + caseNumber);

        // then
        assertThat(page.getByRole(AriaRole.HEADING, named("没有这个案件"))).isVisible();
        assertThat(page.getByText(applicant.name())).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
