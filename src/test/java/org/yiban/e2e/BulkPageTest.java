package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants;

/** A file of applications from the registrar's browser to the reviewer's, and every row to its case. */
@YibanEndToEndTest
class BulkPageTest {

    @Autowired
    Applicants applicants;

    @Test
    void aFileIsSentInCorrectedReviewedInTasklistAndBecomesCases(Browsers browsers) {
        // given
        String number = applicants.employedIn(new RegionCode("371500")).identityNumber();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder text = new StringBuilder("姓名,证件号码,缴费凭证号,缴费日期,金额,原因,银行账号\r\n");
        for (int row = 1; row <= 25; row++) {
            text.append("虚构·甲,%s,%s-%d,2025-12-01,%d.50,重复缴费,6222020000000000009\r\n"
                    .formatted(number, mark, row, 300 + row));
        }
        text.append("虚构·乙,389900199001011230,%s-26,2025-13-01,1200,重复缴费,\r\n".formatted(mark));
        Page clerk = loggedIn(browsers, "clerklc", "/desk/bulk");

        // when
        Locator form = clerk.locator("[data-form]");
        form.getByLabel("事项").selectOption("SAMPLE");
        form.getByLabel("文件")
                .setInputFiles(
                        new FilePayload("年末名单.csv", "text/csv", text.toString().getBytes(StandardCharsets.UTF_8)));
        browsers.screenshot(clerk, "1-list");
        form.getByText("上传并检查").click();

        // then
        Locator state = clerk.locator("[data-state]");
        assertThat(state).hasText("已检查，待提交");
        assertThat(clerk.locator("[data-faulty]")).containsText("校验码不符");
        assertThat(clerk.locator("[data-faulty]")).containsText("没有这一天");
        assertThat(clerk.locator("[data-totals]")).containsText("可以退");
        browsers.screenshot(clerk, "2-checked");

        // when
        clerk.getByText("剔除有误的 1 行，提交复核").click();
        assertThat(state).hasText("待复核");
        assertThat(clerk.locator("[data-sample]")).not().containsText(number);
        String title = clerk.locator("[data-title]").textContent();
        TasklistPage approver = browsers.tasklist("approvelc");
        approver.openList("待认领").openTask("复核成批文件：" + title, "").claim();
        approver.choose("复核意见", "核对无误，放行立案").screenshot("3-review");
        approver.complete();

        // then
        assertThat(state).hasText("已办完");
        Locator row = clerk.locator("[data-sample] tbody tr").first();
        assertThat(row).containsText("ZR371500-");
        row.getByText("完整内容…").click();
        row.getByPlaceholder("理由").fill("核对材料");
        row.getByText("查看", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(row).containsText(number);
        browsers.screenshot(clerk, "4-done");
        clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("← 全部成批文件"))
                .click();
        assertThat(clerk.locator("[data-rows]")).containsText("年末名单.csv");
        browsers.screenshot(clerk, "5-list");
    }

    private static Page loggedIn(Browsers browsers, String user, String path) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        page.navigate(path);
        return page;
    }
}
