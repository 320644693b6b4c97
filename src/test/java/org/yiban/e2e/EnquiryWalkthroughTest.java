package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A question at the counter: facts are asked for as the rules need them; the answer is kept without a case. */
@YibanEndToEndTest
class EnquiryWalkthroughTest {

    @Test
    void aClerkAsksTheRulesOfAnotherRegionAndSeesOnlyTheFactsTheyNeed(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist("financelc");
        clerk.startProcess("政策咨询").select("事项", "欠费补缴");
        Locator answer = clerk.form().locator("[data-answer]");
        assertThat(clerk.field("未缴月数")).isHidden();

        // when
        clerk.lookUp("统筹区", "铁岭", "辽宁省铁岭市").fill("补缴日期", "20230912");
        clerk.field("补缴日期").press("Tab");
        assertThat(answer).containsText("还需要：");
        assertThat(clerk.field("滞纳天数")).isHidden();
        clerk.select("欠费情形", "单位中断").screenshot("1-needs");
        clerk.select("参保方式", "统账结合");
        clerk.fill("未缴月数", "3").fill("补缴基数（月）", "5000.00");
        clerk.field("备注").click();

        // then
        assertThat(answer).containsText("1050");
        clerk.screenshot("2-answer");
        clerk.pressStart();
        assertThat(clerk.page().getByText("咨询已记录，编号 ZX371500-")).isVisible();

        // and the record is found again, to read and to print
        Page page = clerk.page();
        page.navigate("/desk/enquiries");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("ZX371500-")))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("依据");
        clerk.screenshot("3-record");
        page.navigate(page.url() + "/sheet");
        assertThat(page.locator("[data-sections]")).containsText("补缴 1050.00 元");
        assertThat(page.locator("[data-sheet]")).containsText("不是经办决定");
        clerk.screenshot("4-sheet");
    }

    @Test
    void whatTheDocumentsLeaveOpenIsDecidedByASupervisorAndReadByAnAnalyst(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist("clerklc");
        clerk.startProcess("政策咨询").select("事项", "退费资格");
        clerk.lookUp("统筹区", "吉林省", "吉林省").fill("申请日期", "20240110");
        clerk.field("申请日期").press("Tab");
        clerk.select("退费事由", "参加职工医保").select("险种", "居民医保");
        clerk.select("申请时所处阶段", "待遇期内");
        clerk.form().getByText("还有别的事实要说明").click();
        clerk.select("事由发生时所处阶段", "待遇期未开始");
        Locator answer = clerk.form().locator("[data-answer]");
        assertThat(answer).containsText("要由人判断");
        clerk.screenshot("1-silent");
        clerk.pressStart();
        Locator told = clerk.page().getByText(Pattern.compile("咨询已记录，编号 ZX371500-"));
        assertThat(told).isVisible();
        Matcher number = Pattern.compile("ZX371500-\\d{4}-\\d{6}").matcher(told.textContent());
        number.find();

        // when
        TasklistPage senior = browsers.tasklist("superlc");
        senior.openList("待认领").openTask("判断文件没有规定的事项", number.group()).claim();
        senior.select("结论", "可以退费");
        senior.screenshot("2-fields");
        senior.select("退费范围", "退全部已缴费用").fill("理由", "事由在前").fill("依据", "2024年第3次业务例会纪要第二条");
        senior.screenshot("3-decision");
        senior.pressComplete();

        // then
        Page page = clerk.page();
        page.navigate("/desk/enquiries/" + number.group());
        assertThat(page.locator("main")).containsText("主管的判断");
        assertThat(page.locator("[data-senior]")).containsText("可以退费");
        clerk.screenshot("4-record");

        TasklistPage analyst = browsers.tasklist("analystlc");
        Page rules = analyst.page();
        rules.navigate("/desk/missing-rules");
        rules.getByText("各次的事实和判断").first().click();
        assertThat(rules.locator("main")).containsText("业务例会纪要");
        analyst.screenshot("5-missing-rules");
    }
}
