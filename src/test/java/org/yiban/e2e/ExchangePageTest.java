package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.Message;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Party;
import org.yiban.partners.Behaviour;
import org.yiban.partners.EchoingPartner;
import org.yiban.region.RegionCode;

@YibanEndToEndTest
class ExchangePageTest {

    @Autowired
    Outbox outbox;

    @Autowired
    EchoingPartner echo;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void answerAgain() {
        echo.behaves(Behaviour.ANSWER);
    }

    @Test
    void aSupervisorSeesWhyAMessageIsStuckAndSendsItAgain(Browsers browsers) {
        // given
        echo.behaves(Behaviour.REFUSE);
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> outbox.send(new Message(
                key,
                "treasury.payment-file",
                Party.pool(new RegionCode("371500")),
                Party.partner("echo"),
                UUID.randomUUID(),
                "{}")));
        Page page = supervisor(browsers);
        page.navigate("/desk/cases");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("消息交换"))
                .click();
        Locator row = page.locator("tbody[data-rows] tr", new Page.LocatorOptions().setHasText(key.substring(20)));
        refreshUntil(page, row.getByText("对方拒收"));
        assertThat(row).containsText("不接收这类业务");

        // when
        echo.behaves(Behaviour.ANSWER);
        row.getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重新发送"))
                .click();
        assertThat(dialog).containsText("需要更正：理由");
        dialog.getByLabel("理由").fill("对方已经开通这类业务");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重新发送"))
                .click();

        // then
        page.locator("select[name=state]").selectOption("DONE");
        refreshUntil(page, row.getByText("已送达"));
    }

    private static Page supervisor(Browsers browsers) {
        Page page = browsers.open("/");
        String login = Base64.getEncoder().encodeToString("superlc:demo".getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + login));
        return page;
    }

    private static void refreshUntil(Page page, Locator seen) {
        for (int i = 0; i < 30 && !seen.isVisible(); i++) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("刷新"))
                    .click();
            page.waitForTimeout(300);
        }
        assertThat(seen).isVisible();
    }
}
