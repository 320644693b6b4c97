package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.backpay.AtRetirement;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;

/**
 * A man of Liaocheng who reaches the age in December 2025: one month short by one way of counting, sixty-one by the other.
 * He sees both and is told who names the price. And a man of Changchun, who sees prices side by side, pays and retires.
 */
@YibanEndToEndTest
class BackpayWalkthroughTest {

    private static final String IDENTITY_NUMBER = "389900196509158012";
    private static final String NAME = "虚构·尹长顺";
    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(BJ\\S+)");

    @Autowired
    AtRetirement people;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    CollectionOrders collections;

    @Autowired
    TransactionTemplate transaction;

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

    @Test
    void theManOfChangchunSeesThePricesSideBySidePaysAndRetires(Browsers browsers) {
        Retiring man = people.inChangchun("EMPLOYER", 340);
        String caseNumber = registerInChangchun(browsers, man);
        TasklistPage reviewer = open(browsers, "reviewcc", "核对缴费年限", caseNumber);
        reviewer.choose("意见", "年限清楚，请申请人确认");
        answerOpenFacts(reviewer);
        reviewer.screenshot("changchun-2-years");
        reviewer.complete();
        TasklistPage clerk = open(browsers, "clerkcc", "登记申请人确认年限", caseNumber);
        clerk.choose("申请人", "确认无误");
        clerk.complete();
        clerk.openTask("登记申请人的选择", caseNumber).claim();
        assertThat(clerk.form()).containsText("9,000.00 元");
        assertThat(clerk.form()).containsText("648.00 元");
        clerk.choose("登记事项", "申请人已选择");
        clerk.form().locator("[data-ways] input[type=radio]").first().check();
        clerk.screenshot("changchun-3-choice");
        clerk.complete();
        TasklistPage approver = open(browsers, "approvecc", "审批补缴金额", caseNumber);
        approver.choose("意见", "批准，开具补缴单").screenshot("changchun-4-approval");
        approver.complete();
        transaction.executeWithoutResult(status -> collections.settle(
                caseNumber + "/backpay/1", CollectionState.PAID, new BigDecimal("9000.00"), "SS-e2e", TODAY));
        lookAtTheRetired(browsers, caseNumber);
        assertThat(accounts.balance(man.personId(), new RegionCode(man.pool()))).isEqualByComparingTo("2100.00");
    }

    @Test
    void whatCannotBeIsShownAtItsField(Browsers browsers) {
        // given
        browsers.expectRefusalsOf("/api/backpays");
        Retiring man = people.movedToChangchun("EMPLOYER", 340);
        TasklistPage clerk = applicationInChangchun(browsers, man);
        // when
        clerk.fill("达到法定退休年龄的日期", "2015-01-01");
        clerk.form().getByText("添加一段工龄或军龄").click();
        clerk.select("种类", "连续工龄")
                .fill("从哪个月", "1950-01")
                .fill("到哪个月（含）", "2099-01")
                .fill("凭据", "职工档案第3页")
                .pressStart();
        // then
        assertThat(clerk.message("达到法定退休年龄的日期")).containsText("范围是 60 至 66 周岁");
        assertThat(clerk.message("从哪个月")).containsText("不能早于出生月");
        assertThat(clerk.message("到哪个月（含）")).containsText("不能晚于本月");
        clerk.screenshot("refused-1-application");

        // when
        clerk.form().getByText("去掉最后一段").click();
        clerk.fill("达到法定退休年龄的日期", man.reached().toString()).pressStart();
        String caseNumber = numberTold(clerk);
        TasklistPage reviewer = open(browsers, "reviewcc", "核对缴费年限", caseNumber);
        // then
        assertThat(reviewer.form()).containsText("不是本统筹区当年的");
        assertThat(reviewer.form().getByLabel("所差")).hasCount(0);

        // when
        reviewer.choose("意见", "年限清楚，请申请人确认");
        reviewer.form()
                .getByLabel("更正：实际缴费月数", new Locator.GetByLabelOptions().setExact(true))
                .click();
        reviewer.fill("实际缴费月数（更正为）", "560").pressComplete();
        // then
        Locator reasons = reviewer.form().getByText("请填写更正的理由和出处");
        assertThat(reasons.first()).isVisible();
        answerOpenFacts(reviewer);
        reviewer.fill("办理医保退休时本人缴费基数（填写）", "9000.00").pressComplete();
        assertThat(reviewer.message("实际缴费月数（更正为）")).containsText("超过了此人");
        reviewer.screenshot("refused-2-years");
    }

    @Test
    void whoIsShortBeforeTheAgeIsOfferedToWaitAndTheCaseSaysForWhat(Browsers browsers) {
        // given
        Retiring man = people.inChangchun("EMPLOYER", 340, TODAY.plusMonths(1));
        String caseNumber = registerInChangchun(browsers, man);
        TasklistPage reviewer = open(browsers, "reviewcc", "核对缴费年限", caseNumber);
        reviewer.choose("意见", "年限清楚，请申请人确认");
        answerOpenFacts(reviewer);
        reviewer.complete();
        TasklistPage clerk = open(browsers, "clerkcc", "登记申请人确认年限", caseNumber);
        clerk.choose("申请人", "确认无误").complete();
        // when
        clerk.openTask("登记申请人的选择", caseNumber).claim();
        clerk.choose("登记事项", "申请人已选择");
        // then
        Locator openFrom =
                clerk.form().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("从何时起可以选"));
        assertThat(openFrom).containsText("现在");
        assertThat(clerk.form().locator("[data-ways] input[type=radio]")).hasCount(1);
        clerk.screenshot("age-1-choice");

        // when
        clerk.choose("登记事项", "等到达到退休年龄，到时重新归集年限").complete();
        // then
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("等待达到退休年龄").first()).isVisible();
        browsers.screenshot(page, "age-2-case");
    }

    private static String registerInChangchun(Browsers browsers, Retiring man) {
        TasklistPage clerk = applicationInChangchun(browsers, man);
        clerk.pressStart();
        return numberTold(clerk);
    }

    private static TasklistPage applicationInChangchun(Browsers browsers, Retiring man) {
        return browsers.tasklist("clerkcc")
                .startProcess("退休缴费年限")
                .fill("证件号码", man.identityNumber())
                .fill("姓名", man.name())
                .lookUp("受理统筹区", "长春", "吉林省长春市")
                .select("参保方式", "统账结合")
                .fill("达到法定退休年龄的日期", man.reached().toString())
                .select("已领取养老金", "否")
                .select("申请人", "本人");
    }

    private static void lookAtTheRetired(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("一次性补缴通知书").first()).isVisible();
        assertThat(page.locator("[data-fact='choice.instalments']")).containsText("1");
        browsers.screenshot(page, "changchun-5-case");
        assertThat(page.locator(".yb-letter").last()).containsText("退休医保待遇告知书");
        assertThat(page.locator(".yb-letter").last()).containsText("个人账户");
    }

    private static String register(Browsers browsers) {
        TasklistPage clerk = browsers.tasklist("clerklc");
        clerk.startProcess("退休缴费年限")
                .fill("证件号码", IDENTITY_NUMBER)
                .fill("姓名", NAME)
                .lookUp("受理统筹区", "聊城", "山东省聊城市")
                .fill("达到法定退休年龄的日期", "2025-12-15")
                .select("申请人", "本人")
                .screenshot("backpay-1-application")
                .pressStart();
        return numberTold(clerk);
    }

    private static String numberTold(TasklistPage clerk) {
        Locator told = clerk.page().getByText("核定申请已登记");
        assertThat(told).isVisible();
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    /** What the record does not know is stated as no. */
    private static void answerOpenFacts(TasklistPage reviewer) {
        for (String fact : new String[] {"转入情况", "统配人员"}) {
            Locator value = reviewer.field(fact + "（填写）");
            if (value.count() > 0 && value.isVisible()) {
                value.selectOption(fact.equals("转入情况") ? "NONE" : "false");
            }
        }
        Locator reasons = reviewer.form().getByLabel(Pattern.compile("依据和出处|更正的理由和出处"));
        for (int i = 0; i < reasons.count(); i++) {
            if (reasons.nth(i).isVisible()) {
                reasons.nth(i).fill("本人陈述，档案第1页");
            }
        }
    }

    private static void choose(Browsers browsers, String caseNumber) {
        TasklistPage clerk = open(browsers, "clerklc", "登记申请人的选择", caseNumber);
        assertThat(clerk.form()).containsText("1 个月");
        assertThat(clerk.form()).containsText("61 个月");
        assertThat(clerk.form()).containsText("聊医保发〔2022〕18号");
        assertThat(clerk.form()).containsText("由山东省聊城市");
        clerk.choose("登记事项", "申请人已选择");
        clerk.form().locator("[data-ways] input[type=radio]").first().check();
        clerk.screenshot("backpay-4-choice");
        clerk.complete();
    }

    private static TasklistPage open(Browsers browsers, String user, String task, String caseNumber) {
        return browsers.tasklist(user)
                .openList("待认领")
                .openTask(task, caseNumber)
                .claim();
    }

    private static void look(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerklc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("补足年限办法告知书").first()).isVisible();
        assertThat(page.getByText("520.00").first()).isVisible();
        browsers.screenshot(page, "backpay-7-case");
    }
}
