package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@YibanEndToEndTest
class ReferencePageTest {

    private static final String FILE = """
            kind,region,year,from,until,value,identity,account_type,announced_on,source,replaces
            MAXIMUM_BASE,371500,1991,1991-01-01,1991-12-31,%s,,,1992-01-10,聊城市公告（虚构）,
            """;

    @Test
    void oneSupervisorProposesAFigureAnotherReleasesIt(Browsers browsers) {
        // given
        Page proposer = signedIn(browsers, "superlc");
        proposer.navigate("/desk/reference");
        Locator form = proposer.locator("[data-propose]");
        form.getByLabel("种类").selectOption("MINIMUM_BASE");
        form.getByLabel("地区").selectOption("371500");
        form.getByLabel("年度").fill("1990");
        form.locator("[data-field=value] input").fill("600");
        form.locator("[data-field=from] input[type=text]").fill("1990-01-01");
        form.locator("[data-field=until] input[type=text]").fill("1990-12-31");
        form.locator("[data-field=announcedOn] input[type=text]").fill("1991-01-10");
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("提出").setExact(true))
                .click();
        assertThat(form).containsText("需要更正：出处");
        form.getByLabel("出处").fill("聊城市公告（虚构）");

        // when
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("提出").setExact(true))
                .click();
        assertThat(proposer.locator("[data-told]")).containsText("等待另一位主管审定");
        browsers.screenshot(proposer, "proposed");
        Page other = signedIn(browsers, "superlc2");
        other.navigate("/desk/reference");
        other.locator("[data-proposals] details")
                .filter(new Locator.FilterOptions().setHasText("1990年1月1日"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("审定").setExact(true))
                .click();

        // then
        assertThat(other.locator("[data-told]")).containsText("已审定");
        Locator line = other.locator("[data-figures] tr").filter(new Locator.FilterOptions().setHasText("1990年1月1日"));
        assertThat(line).containsText("600.00 元");
        assertThat(line).containsText("聊城市公告（虚构）");
        browsers.screenshot(other, "released");
    }

    @Test
    void aFileWithAMistakeIsRefusedByLineAndColumn(Browsers browsers) {
        browsers.expectRefusalsOf("/api/reference/proposals/file");
        Page page = signedIn(browsers, "superlc");
        page.navigate("/desk/reference");
        Locator file = page.locator("form[data-file]");
        file.getByLabel("文件（CSV）").setInputFiles(payload("1"));

        file.locator("[type=submit]").click();
        assertThat(page.locator("[data-file-outcome]")).containsText("文件第 2 行的数：“1” 应为每月多少元");
        file.getByLabel("文件（CSV）").setInputFiles(payload("9000"));
        file.locator("[type=submit]").click();

        assertThat(page.locator("[data-told]")).containsText("1 个数，等待另一位主管审定");
    }

    private static FilePayload payload(String value) {
        return new FilePayload("caps.csv", "text/csv", FILE.formatted(value).getBytes(StandardCharsets.UTF_8));
    }

    private static Page signedIn(Browsers browsers, String user) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        return page;
    }
}
