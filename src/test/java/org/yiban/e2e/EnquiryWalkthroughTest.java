package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A question at the counter: facts are asked for as the rules need them; the answer is kept without a case. */
@YibanEndToEndTest
class EnquiryWalkthroughTest {

    @Test
    void aClerkAsksTheRulesOfAnotherRegionAndSeesOnlyTheFactsTheyNeed(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist().login("financelc");
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
}
