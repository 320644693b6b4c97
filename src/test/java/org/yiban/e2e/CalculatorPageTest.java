package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@YibanEndToEndTest
class CalculatorPageTest {

    /** Pixels between the margins. */
    private static final int WIDTH_OF_A4 = 627;

    @Test
    void whatIsMissingAndWhatItCostsStandsSideBySideForTwoPools(Browsers browsers) {
        // given
        Page page = signedIn(browsers);
        page.navigate("/desk/calculator");
        Locator form = page.locator("[data-question]");
        form.getByLabel("聊城市").check();
        form.getByLabel("长春市").check();
        form.locator("[data-field=sex] select").selectOption("MALE");
        form.locator("[data-field=retirementAgeOn] input[type=text]").fill("2025-12-15");
        form.locator("[data-field=quotedOn] input[type=text]").fill("2025-12-20");
        form.locator("[data-field=actualMonths] input").fill("264");
        form.locator("[data-field=actualMonthsInProvince] input").fill("160");
        form.locator("[data-field=actualMonthsInPool] input").fill("160");
        form.locator("[data-field=deemedMonths] input").fill("35");
        form.locator("[data-field=movedFrom] select").selectOption("NONE");

        // when: Changchun asks for more than Liaocheng does
        form.locator("[data-ask]").click();
        assertThat(page.locator("[data-status]")).containsText("还需要");
        form.locator("[data-field=centrallyAssigned] select").selectOption("false");
        form.locator("[data-field=identity] select").selectOption("FLEXIBLE");
        form.locator("[data-field=accountType] select").selectOption("POOLED_WITH_ACCOUNT");
        form.locator("[data-ask]").click();

        // then
        Locator liaocheng = page.locator("[data-pool='371500']");
        assertThat(liaocheng).containsText("差 1 个月");
        assertThat(liaocheng).containsText("差 61 个月");
        assertThat(liaocheng.locator(".yb-provisions").first()).containsText("LC");
        Locator changchun = page.locator("[data-pool='220100']");
        assertThat(changchun).containsText("一次性补缴");
        assertThat(changchun).containsText("演示用，不是公布的数");
        assertThat(changchun.locator("canvas")).isVisible();
        assertThat(page.locator(".yb-options-table")).containsText("文件没有定价");
        browsers.screenshot(page, "calculated");
        page.setViewportSize(WIDTH_OF_A4, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(form).isHidden();
        browsers.screenshot(page, "printed");
    }

    @Test
    void theMonthsOfSomebodyOnRecordNeedNotBeTyped(Browsers browsers) {
        // given: 虚构·尹长顺 of Liaocheng
        Page page = signedIn(browsers);
        page.navigate("/desk/calculator");
        Locator form = page.locator("[data-question]");
        form.getByLabel("聊城市").check();
        form.locator("[data-field=identityNumber] input").fill("389900196509158012");
        form.locator("[data-field=retirementAgeOn] input[type=text]").fill("2025-12-15");
        form.locator("[data-field=quotedOn] input[type=text]").fill("2025-12-20");

        // when
        form.locator("[data-ask]").click();
        form.locator("[data-field=centrallyAssigned] select").selectOption("false");
        form.locator("[data-ask]").click();

        // then
        assertThat(page.locator("[data-result]")).containsText("虚构·尹长顺");
        assertThat(page.locator("[data-pool='371500']")).containsText("差 1 个月");
        page.getByText("按哪些事实").click();
        assertThat(page.locator(".yb-used-facts")).containsText("264 个月（缴费记录");
        browsers.screenshot(page, "record");
    }

    private static Page signedIn(Browsers browsers) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString("clerklc:demo".getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        return page;
    }
}
