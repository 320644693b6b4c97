package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.YearMonth;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** An enrolment certificate is issued on its page and goes onto paper. */
@YibanEndToEndTest
class DocumentPagesTest {

    /** Pixels between the margins of an A4 page. */
    private static final int A4_WIDTH = 627;

    private static final int A4_HEIGHT = 934;

    @Autowired
    Applicants applicants;

    @Test
    void aClerkIssuesACertificateAndPrintsItWithTheNumberInFull(Browsers browsers) {
        // given
        Applicant person =
                applicants.employedIn(new RegionCode("370800"), YearMonth.of(2024, 1), YearMonth.of(2025, 6));
        Page page = browsers.open("clerkjn", "/desk/certificates");
        Locator issue = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("出具"));
        issue.click();
        assertThat(page.getByText("有 4 处需要更正")).isVisible();

        // when
        page.getByLabel("证件号码").fill(person.identityNumber());
        page.getByLabel("姓名").fill(person.name());
        page.getByRole(AriaRole.COMBOBOX).fill("370800");
        page.getByLabel("用途").fill("在外地办理转移接续");
        browsers.screenshot(page, "issuing");
        issue.click();

        // then
        Locator paper = page.locator(".yb-document");
        assertThat(paper.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("参保凭证")))
                .isVisible();
        assertThat(paper).containsText("PZ370800-");
        assertThat(paper).containsText("2024年1月");
        assertThat(paper).containsText("没有依据，未注明");
        assertThat(paper).containsText("没有个人账户");
        assertThat(paper).not().containsText(person.identityNumber());

        // when
        paper.getByText("显示全号").click();
        paper.getByLabel("查看理由（将记录在案）").fill("打印参保凭证");
        paper.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("显示").setExact(true))
                .click();
        assertThat(paper).containsText(person.identityNumber());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(A4_WIDTH, A4_HEIGHT);

        // then
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(A4_WIDTH);
        Assertions.assertThat(paper.locator("table")
                        .evaluateAll(
                                "all => all.every((table) => table.offsetWidth < table.parentElement.clientWidth)"))
                .as("room for the border on the right")
                .isEqualTo(true);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打印")))
                .isHidden();
        browsers.screenshot(page, "certificate");
    }
}
