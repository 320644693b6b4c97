package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanEndToEndTest
class FormKitTest {

    private static final String START = "转移接续（转入）";
    private static final String NOBODY = "389900199001010010";

    @Autowired
    ApiClient api;

    @Test
    void whatIsMissingIsToldAtEachFieldAndOnTop(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist("clerklc").startProcess(START);

        // when
        clerk.pressStart();

        // then
        assertThat(clerk.message("证件号码")).hasText("请填写证件号码");
        assertThat(clerk.message("转出地")).hasText("请填写转出地");
        assertThat(clerk.form().getByRole(AriaRole.ALERT)).containsText("有 5 处需要更正");
        assertThat(clerk.field("证件号码")).isFocused();
    }

    @Test
    void whatIsWrongIsToldWhereThePersonTypes(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist("clerklc").startProcess(START);

        // when
        clerk.fill("证件号码", "389900199011020029").fill("申请日期", "2026-02-30").fill("联系电话", "123");
        clerk.field("转出地").pressSequentially("没有这个地方");
        clerk.field("姓名").focus();

        // then
        assertThat(clerk.message("证件号码")).hasText("末位校验码不符，请核对证件号码");
        assertThat(clerk.field("证件号码")).hasAttribute("aria-invalid", "true");
        assertThat(clerk.message("申请日期")).hasText("请填写真实存在的日期，如 2026-02-12");
        assertThat(clerk.message("联系电话")).containsText("请填写11位手机号");
        assertThat(clerk.message("转出地")).containsText("请从列表中选择地区");
        clerk.screenshot("wrong");
    }

    @Test
    void aRegionIsFoundByItsCodeOrChosenWithTheKeyboard(Browsers browsers) {
        // given
        TasklistPage clerk = browsers.tasklist("clerklc").startProcess(START);

        // when
        clerk.fill("转出地", "220100");
        clerk.field("转入地").pressSequentially("聊城");
        assertThat(clerk.form().getByRole(AriaRole.OPTION).first()).isVisible();
        clerk.field("转入地").press("ArrowDown");
        clerk.field("转入地").press("Enter");

        // then
        assertThat(clerk.field("转出地")).hasValue("吉林省长春市（220100）");
        assertThat(clerk.field("转入地")).hasValue("山东省聊城市（371500）");
    }

    @Test
    void aRefusalOfTheServerStandsAtItsFieldAndNothingTypedIsLost(Browsers browsers) {
        // given
        browsers.expectRefusalsOf("/api/transfers");
        TasklistPage clerk = browsers.tasklist("clerklc").startProcess(START);
        clerk.fill("证件号码", NOBODY)
                .fill("姓名", "虚构·无此人")
                .lookUp("转出地", "济宁", "山东省济宁市")
                .lookUp("转入地", "聊城", "山东省聊城市")
                .choose("转入地参保身份", "灵活就业人员");

        // when
        clerk.pressStart();

        // then
        assertThat(clerk.message("证件号码")).not().isEmpty();
        assertThat(clerk.field("姓名")).hasValue("虚构·无此人");
        assertThat(clerk.field("转出地")).hasValue("山东省济宁市（370800）");
        clerk.screenshot("refused");
        assertThat(clerk.page().evaluate("import('/kit/words.js').then(w => w.told('可以是 HEIR（继承人）或 EMPLOYER（用人单位）'))"))
                .isEqualTo("可以是继承人或用人单位");
    }

    @Test
    void aFormIsReadOnlyUntilItsTaskIsClaimedAndANumberIsShownForAReason(Browsers browsers) {
        // given
        String caseNumber = registered("389900198503120012", "虚构·王建国");
        TasklistPage reviewer = browsers.tasklist("reviewjn").openList("待认领").openTask("受理转移申请", caseNumber);
        Locator accept = reviewer.form().getByLabel("受理", new Locator.GetByLabelOptions().setExact(true));
        assertThat(accept).isDisabled();

        // when
        reviewer.claim();
        reviewer.form().getByText("显示全号").click();
        reviewer.form()
                .getByText("显示", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(reviewer.form()).containsText("请填写查看理由");
        reviewer.fill("查看理由（将记录在案）", "核对申请人证件");
        reviewer.form()
                .getByText("显示", new Locator.GetByTextOptions().setExact(true))
                .click();

        // then
        assertThat(accept).isEnabled();
        assertThat(reviewer.form()).containsText("389900198503120012");
    }

    private String registered(String identityNumber, String name) {
        Map<String, String> application = Map.of(
                "identityNumber", identityNumber,
                "name", name,
                "identity", "EMPLOYER",
                "fromRegion", "371500",
                "toRegion", "370800",
                "appliedOn", "2026-02-11");
        Answer answer =
                api.post("clerkjn", "/api/transfers", application, "Idempotency-Key", "form-kit-" + identityNumber);
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("caseNumber");
    }
}
