package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A man of Liaocheng who reaches the age in December 2025: one month short by one way of counting, sixty-one by the other.
 * He sees both, is told who names the price, pays, and retires.
 */
@YibanEndToEndTest
class BackpayWalkthroughTest {

    private static final String IDENTITY_NUMBER = "389900196509158012";
    private static final String NAME = "虚构·尹长顺";
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(BJ\\S+)");

    @Test
    void theManOfLiaochengSeesBothWaysOfCountingAndIsToldWhoNamesThePrice(Browsers browsers) {
        String caseNumber = register(browsers);
        TasklistPage reviewer = open(browsers, "reviewlc", "核对缴费年限", caseNumber);
        assertThat(reviewer.form()).containsText("连续缴费始于");
        reviewer.choose("意见", "年限清楚，请申请人确认");
        answerOpenFacts(reviewer);
        reviewer.screenshot("backpay-2-years");
        reviewer.complete();
        TasklistPage clerk = open(browsers, "clerklc", "登记申请人确认年限", caseNumber);
        clerk.choose("申请人", "确认无误").screenshot("backpay-3-confirmation");
        clerk.complete();
        choose(browsers, caseNumber);
        TasklistPage senior = open(browsers, "superlc", "判断文件没有规定的事项", caseNumber);
        senior.select("结论", "可以一次性补缴")
                .select("基数种类", "本人最后一次缴费基数")
                .select("其他办法", "继续按月缴费")
                .fill("补缴金额", "520.00")
                .fill("理由", "参照省内邻市的标准")
                .fill("依据", "本市经办规程第3条")
                .screenshot("backpay-5-price");
        senior.complete();
        TasklistPage approver = open(browsers, "approvelc", "审批补缴金额", caseNumber);
        assertThat(approver.form()).containsText("520.00");
        approver.choose("意见", "批准，开具补缴单").screenshot("backpay-6-approval");
        approver.complete();
        look(browsers, caseNumber);
    }

    private String register(Browsers browsers) {
        TasklistPage clerk = browsers.tasklist().login("clerklc");
        clerk.startProcess("退休缴费年限")
                .fill("证件号码", IDENTITY_NUMBER)
                .fill("姓名", NAME)
                .lookUp("受理统筹区", "聊城", "山东省聊城市")
                .fill("达到法定退休年龄的日期", "2025-12-15")
                .select("申请人", "本人")
                .screenshot("backpay-1-application")
                .pressStart();
        Locator told = clerk.page().getByText("核定申请已登记");
        assertThat(told).isVisible();
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    /** What the record does not know is stated as no. */
    private static void answerOpenFacts(TasklistPage reviewer) {
        for (String fact : new String[] {"转入情况", "统配人员"}) {
            Locator value = reviewer.field(fact + "（更正为）");
            if (value.count() > 0 && value.isVisible()) {
                value.selectOption(fact.equals("转入情况") ? "NONE" : "false");
            }
        }
        Locator reasons = reviewer.form().getByLabel("更正的理由和出处");
        for (int i = 0; i < reasons.count(); i++) {
            if (reasons.nth(i).isVisible()) {
                reasons.nth(i).fill("本人陈述，档案第1页");
            }
        }
    }

    private void choose(Browsers browsers, String caseNumber) {
        TasklistPage clerk = open(browsers, "clerklc", "登记申请人的选择", caseNumber);
        assertThat(clerk.form()).containsText("1 个月");
        assertThat(clerk.form()).containsText("61 个月");
        assertThat(clerk.form()).containsText("LC2022-18");
        assertThat(clerk.form()).containsText("由山东省聊城市");
        clerk.choose("登记", "申请人已选择");
        clerk.form().locator("[data-ways] input[type=radio]").first().check();
        clerk.screenshot("backpay-4-choice");
        clerk.complete();
    }

    private TasklistPage open(Browsers browsers, String user, String task, String caseNumber) {
        return browsers.tasklist()
                .login(user)
                .openList("待认领")
                .openTask(task, caseNumber)
                .claim();
    }

    private void look(Browsers browsers, String caseNumber) {
        Page page = browsers.tasklist().login("clerklc").page();
        page.navigate("/desk/cases/" + caseNumber);
        assertThat(page.getByText("补足年限办法告知书").first()).isVisible();
        assertThat(page.getByText("520.00").first()).isVisible();
        browsers.screenshot(page, "backpay-7-case");
    }
}
