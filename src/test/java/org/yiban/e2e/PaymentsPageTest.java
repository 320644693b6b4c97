package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.PaymentOrder;
import org.yiban.payment.files.ResultFiles;
import org.yiban.region.RegionCode;

/** Finance and an approver of Tieling, where no treasury is connected, pay two orders. */
@YibanEndToEndTest
class PaymentsPageTest {

    private static final RegionCode TIELING = new RegionCode("211200");

    @Autowired
    MoneyCases money;

    @Test
    void financeDrawsUpABatchAnotherApprovesItAndTheResultsCome(Browsers browsers) {
        // given
        PaymentOrder one = money.orderIn(TIELING, "320.00");
        PaymentOrder other = money.orderIn(TIELING, "1064.50");
        Page finance = finance(browsers);

        // when
        finance.navigate("/desk/payments");
        assertThat(finance.locator("[data-status]")).containsText("待付 2 张付款单");
        browsers.screenshot(finance, "open");
        finance.getByRole(AriaRole.BUTTON, named("编制付款批次")).click();
        assertThat(finance.locator("[data-outcome]")).containsText("2 笔，1,384.50 元");
        String batch = finance.locator("[data-batches] tr").first().getAttribute("data-number");

        TasklistPage approver = browsers.tasklist("approvetl").openList("待认领");
        approver.openTask("审批付款批次", batch).claim();
        assertThat(approver.form()).containsText("1,384.50 元");
        approver.choose("审批意见", "同意付款，文件随即发出").screenshot("approval").complete();

        // then
        finance.reload();
        finance.getByRole(AriaRole.BUTTON, named(batch)).click();
        Locator view = finance.locator("[data-batch]");
        assertThat(view).containsText("由财务下载后送交财政");
        assertThat(view.getByText("下载 CSV")).hasAttribute("href", Pattern.compile(".*/files/CSV"));

        // when
        browsers.expectRefusalsOf("/results");
        upload(finance, ResultFiles.of(batch).paid(one.key(), "321.00").csv());
        assertThat(view).containsText("金额不符：文件写 321.00 元，应为 320.00 元");
        browsers.screenshot(finance, "refused");
        upload(
                finance,
                ResultFiles.of(batch)
                        .paid(one.key(), "320.00")
                        .rejected(other.key(), "1064.50", "户名不符")
                        .csv());

        // then
        assertThat(view).containsText("已完结");
        assertThat(finance.locator("[data-reconciliation]")).containsText("0.00 元，平衡");
        assertThat(finance.locator("[data-reconciliation]")).containsText("付款被退回待更正");
        browsers.screenshot(finance, "settled");
    }

    private static void upload(Page page, byte[] file) {
        page.locator("[data-batch] input[type=file]").setInputFiles(new FilePayload("results.csv", "text/csv", file));
        page.getByRole(AriaRole.BUTTON, named("上传结果")).click();
    }

    private static Page finance(Browsers browsers) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString("financetl:demo".getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
