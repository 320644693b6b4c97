package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.payment.ApplyingResults;

/** A refund in Changchun, from the clerk to finance. */
@YibanEndToEndTest
class RefundWalkthroughTest {

    private static final String IDENTITY_NUMBER = "389900196508035002";
    private static final String NAME = "虚构·段红";
    private static final Pattern BATCH_NUMBER = Pattern.compile("FK220100-\\d{4}-\\d{6}");
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(TF\\S+)");

    @Autowired
    ApplyingResults results;

    @Test
    void aResidentWhoPaidTwiceIsRefundedByFivePeople(Browsers browsers) {
        browsers.expectRefusalsOf("/api/refunds");
        String caseNumber = register(browsers);
        supplement(browsers, caseNumber);
        checkFacts(browsers, caseNumber);
        assess(browsers, caseNumber);
        approve(browsers, caseNumber);
        String batch = drawUp(browsers, caseNumber);
        approveBatch(browsers, batch);
        takeResults(browsers, batch, caseNumber);
        look(browsers, caseNumber);
        object(browsers, caseNumber);
        uphold(browsers, caseNumber);
    }

    private String register(Browsers browsers) {
        TasklistPage clerk = browsers.tasklist("clerkcc");
        clerk.startProcess("退费申请")
                .fill("证件号码", IDENTITY_NUMBER)
                .fill("姓名", NAME)
                .lookUp("受理地", "长春", "吉林省长春市")
                .select("退费事由", "重复缴费");
        clerk.form()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("220100-2023-000006"))
                .click();
        assertThat(clerk.field("缴费凭证号")).hasValue("220100-2023-000006");
        clerk.fill("申请日期", "2023-12-20")
                .choose("收款人与参保人的关系", "本人")
                .fill("户名", NAME)
                .fill("账号", "6222020000000000019")
                .fill("开户行行号", "102241000121")
                .pressStart();
        assertThat(clerk.message("账号")).containsText("校验不符");
        clerk.screenshot("refund-1-application")
                .fill("账号", "6222020000000000018")
                .pressStart();
        Locator told = clerk.page().getByText("退费申请已登记");
        assertThat(told).isVisible();
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private void supplement(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewcc").openList("待认领");
        reviewer.openTask("核对事实与材料", caseNumber).claim();
        reviewer.choose("意见", "请申请人补正材料（时限暂停）").fill("要补正什么", "另一笔缴费的凭证").screenshot("refund-2-supplement");
        reviewer.complete();
        TasklistPage clerk = browsers.tasklist("clerkcc").openList("待认领");
        clerk.openTask("登记补正", caseNumber).claim();
        clerk.choose("补正情况", "已收到补正材料，交审核核对").fill("说明", "收到凭证复印件").screenshot("refund-3-supplemented");
        clerk.complete();
    }

    private void checkFacts(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewcc").openList("待认领");
        reviewer.openTask("核对事实与材料", caseNumber).claim();
        Page page = reviewer.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("更正：首次参保"))
                .click();
        reviewer.select("首次参保（更正为）", "否");
        page.locator("[data-field='reason.newMember'] input").fill("2016年的参保凭证复印件");
        reviewer.choose("意见", "事实清楚、材料齐全，由系统按文件判定");
        page.locator("[data-field='evidence'] input[type='checkbox']").all().forEach(Locator::check);
        reviewer.screenshot("refund-4-facts");
        reviewer.complete();
    }

    private void assess(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewcc").openList("待认领");
        reviewer.openTask("核定退费", caseNumber).claim();
        assertThat(reviewer.form()).containsText("380.00 元");
        reviewer.choose("意见", "核定，送审批").screenshot("refund-5-assessment");
        reviewer.complete();
    }

    private void approve(Browsers browsers, String caseNumber) {
        TasklistPage approver = browsers.tasklist("approvecc").openList("待认领");
        approver.openTask("审批退费", caseNumber).claim();
        approver.choose("意见", "批准退费").screenshot("refund-6-approval");
        approver.complete();
    }

    private String drawUp(Browsers browsers, String caseNumber) {
        Page page = browsers.open("financecc", "/desk/payments");
        page.getByLabel("选择 " + caseNumber + "/refund").check();
        page.getByText("编制付款批次").click();
        Locator batch = page.getByText(BATCH_NUMBER).first();
        assertThat(batch).isVisible();
        browsers.screenshot(page, "refund-7-payments");
        Matcher number = BATCH_NUMBER.matcher(batch.textContent());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private void approveBatch(Browsers browsers, String batch) {
        TasklistPage approver = browsers.tasklist("approvecc").openList("待认领");
        approver.openTask("审批付款批次", batch).claim();
        assertThat(approver.form()).containsText(batch);
        approver.choose("审批意见", "同意付款，文件随即发出").screenshot("refund-8-batch");
        approver.complete();
    }

    /** Finance uploads what the treasury answered. */
    private void takeResults(Browsers browsers, String batch, String caseNumber) {
        Page page = browsers.open("financecc", "/desk/payments");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(batch))
                .first()
                .click();
        String csv = "batch,order,state,amount,reason\n%s,%s/refund,PAID,380.00,\nTOTAL,1,,380.00,\n"
                .formatted(batch, caseNumber);
        page.locator("input[type='file']")
                .setInputFiles(new FilePayload("results.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传结果"))
                .click();
        assertThat(page.getByText("结果文件核对无误").first()).isVisible();
        results.applyAll();
        browsers.screenshot(page, "refund-9-results");
    }

    private void look(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("准予退费告知书").first()).isVisible();
        assertThat(page.getByText("退费到账告知书").first()).isVisible();
        assertThat(page.getByText("已退费 380.00 元").first()).isVisible();
        browsers.screenshot(page, "refund-10-case");
    }

    /** The clerk writes the applicant's objection down on the page of the case. */
    private void object(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记异议"))
                .first()
                .click();
        page.getByLabel("申请人的理由").fill("另一笔也应当退");
        page.locator("dialog[open] [data-send]").click();
        assertThat(page.getByText("收到异议：另一笔也应当退").first()).isVisible();
        browsers.screenshot(page, "refund-11-objection");
    }

    /** A supervisor who had no part in the decision looks at it with its corrected fact, and lets it stand. */
    private void uphold(Browsers browsers, String caseNumber) {
        TasklistPage supervisor = browsers.tasklist("supercc").openList("待认领");
        supervisor.openTask("复核异议", caseNumber).claim();
        assertThat(supervisor.form()).containsText("首次参保改为否（2016年的参保凭证复印件）");
        supervisor.choose("意见", "维持原决定").fill("理由", "另一笔是所享受年度的缴费").screenshot("refund-12-upheld");
        supervisor.complete();
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("异议复核告知书").first()).isVisible();
        assertThat(page.getByText("异议复核：维持原决定").first()).isVisible();
        assertThat(page.getByText("长春·主管（演示）").first()).isVisible();
    }
}
