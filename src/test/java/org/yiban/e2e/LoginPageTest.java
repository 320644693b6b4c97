package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@YibanEndToEndTest
class LoginPageTest {

    @Test
    void theLoginPageSaysInChineseThatThisIsADemonstrationAndWhoMayLogIn(Browsers browsers) {
        // when
        TasklistPage tasklist = browsers.tasklist();

        // then
        Page page = tasklist.page();
        assertThat(page).hasTitle("医办 待办");
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("演示系统");
        assertThat(page.getByText("clerklc", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        tasklist.screenshot("login");
    }

    @Test
    void aWrongPasswordIsToldInChinese(Browsers browsers) {
        // given
        TasklistPage tasklist = browsers.tasklist();

        // when
        tasklist.tryLogin("clerklc", "wrong");

        // then
        assertThat(tasklist.page().getByText("登录失败")).isVisible();
        tasklist.screenshot("wrong");
    }

    @Test
    void aClerkLogsInAndFindsAnEmptyListInChinese(Browsers browsers) {
        // when
        TasklistPage tasklist = browsers.tasklist().login("financelc");

        // then
        assertThat(tasklist.tasks()).hasCount(0);
        assertThat(tasklist.page().getByText("发起流程").first()).isVisible();
        tasklist.screenshot("empty");
    }

    @Test
    void whoeverPrefersEnglishGetsTasklistInEnglish(Browsers browsers) {
        // given
        Page page = browsers.tasklist().page();

        // when
        page.getByText("English").click();

        // then
        assertThat(page.getByPlaceholder("Username")).isVisible();
        assertThat(page).hasTitle("Yiban Tasklist");
    }

    @Test
    void theLandingPageLeadsToTheWebApplications(Browsers browsers) {
        // when
        Page page = browsers.open("/");

        // then
        assertThat(page.getByText("这是演示系统")).isVisible();
        browsers.screenshot(page, "landing");
        page.getByText("待办").first().click();
        assertThat(page.getByPlaceholder("用户名")).isVisible();
    }
}
