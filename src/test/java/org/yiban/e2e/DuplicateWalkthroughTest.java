package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.casework.CaseKind;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.OpenCases;

/** Two relations of an employee, in Tieling and in Changchun, cleared up by the staff of both, and what an objection undoes. */
@YibanEndToEndTest
class DuplicateWalkthroughTest {

    private static final String IDENTITY_NUMBER = "389900198303167211";
    private static final String NAME = "虚构·江涛";
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(CF\\S+)");

    private static final RegionCode CHANGCHUN = new RegionCode("220100");

    @Autowired
    ApiClient api;

    @Autowired
    OpenCases openCases;

    @Test
    void aRelationInTwoPoolsIsEndedByTheStaffOfBoth(Browsers browsers) {
        String caseNumber = register(browsers);
        checkFacts(browsers, caseNumber);
        settle(browsers, caseNumber);
        approve(browsers, "approvetl", caseNumber, "duplicate-4-approval");
        String counterpart = openCases.awaited(CaseKind.DUPLICATE, CHANGCHUN, IDENTITY_NUMBER);
        answer(browsers, counterpart);
        approve(browsers, "approvecc", counterpart, "duplicate-6-counterpart-approval");
        look(browsers, caseNumber);
        object(browsers, caseNumber);
        restore(browsers, counterpart);
        approveRestoration(browsers, counterpart);
        assertThat(browsers.open("reviewcc", "/desk/cases/" + counterpart).getByText("下列处理已撤销，本地的关系已恢复"))
                .isVisible();
    }

    private void object(Browsers browsers, String caseNumber) {
        String today = LocalDate.now(BusinessTime.ZONE).toString();
        api.post(
                "clerktl",
                "/api/duplicates/" + caseNumber + "/objection",
                Map.of("filedOn", today, "grounds", "我在另一地工作"));
        TasklistPage supervisor = browsers.tasklist("supertl").openList("待认领");
        supervisor.openTask("复核异议", caseNumber).claim();
        supervisor.choose("意见", "撤销原处理，恢复参保关系，重新办理").fill("理由", "证明有误").complete();
    }

    private void restore(Browsers browsers, String counterpart) {
        TasklistPage reviewer = browsers.tasklist("reviewcc").openList("待认领");
        reviewer.openTask("核对是否恢复参保关系", counterpart);
        Locator card = reviewer.tasks()
                .filter(new Locator.FilterOptions().setHasText("核对是否恢复参保关系"))
                .filter(new Locator.FilterOptions().setHasText(counterpart));
        assertThat(card).containsText("按期办结");
        assertThat(card).not().containsText("剩");
        reviewer.claim();
        assertThat(reviewer.form()).containsText("对方已撤销的原处理");
        reviewer.choose("意见", "恢复本地的参保关系，报审批").fill("理由", "对方已来函").screenshot("duplicate-8-restoration");
        reviewer.complete();
    }

    private void approveRestoration(Browsers browsers, String counterpart) {
        TasklistPage approver = browsers.tasklist("approvecc").openList("待认领");
        approver.openTask("审批恢复参保关系", counterpart).claim();
        approver.choose("意见", "批准恢复").screenshot("duplicate-9-restoration-approval");
        approver.complete();
    }

    private String register(Browsers browsers) {
        TasklistPage clerk = browsers.tasklist("clerktl");
        clerk.startProcess("清理重复参保")
                .fill("证件号码", IDENTITY_NUMBER)
                .fill("姓名", NAME)
                .lookUp("经办统筹区", "铁岭", "辽宁省铁岭市")
                .screenshot("duplicate-1-application")
                .pressStart();
        Locator told = clerk.page().getByText("重复参保已登记");
        assertThat(told).isVisible();
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private void checkFacts(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewtl").openList("待认领");
        reviewer.openTask("核对重复参保的事实", caseNumber).claim();
        assertThat(reviewer.form()).containsText("跨统筹地区重复");
        reviewer.choose("意见", "确属重复参保，由系统按文件判定保留哪一个").screenshot("duplicate-2-facts");
        reviewer.complete();
    }

    private void settle(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewtl").openList("待认领");
        reviewer.openTask("确认保留与处理", caseNumber).claim();
        assertThat(reviewer.form()).containsText("保留就业地的参保关系");
        reviewer.choose("意见", "确认保留哪一个，报审批")
                .select("保留哪一个", "本地关系")
                .select("另一个怎样处理", "终止")
                .fill("终止的最后一日或暂停的第一日", "2025-12-31")
                .fill("理由", "劳动合同证明在铁岭就业")
                .screenshot("duplicate-3-settlement");
        reviewer.complete();
    }

    private void approve(Browsers browsers, String user, String caseNumber, String name) {
        TasklistPage approver = browsers.tasklist(user).openList("待认领");
        approver.openTask("审批处理意见", caseNumber).claim();
        assertThat(approver.form()).containsText("劳动合同证明在铁岭就业");
        approver.choose("意见", "批准").screenshot(name);
        approver.complete();
    }

    /** The other pool learns of it by message. */
    private void answer(Browsers browsers, String counterpart) {
        TasklistPage reviewer = browsers.tasklist("reviewcc").openList("待认领");
        reviewer.openTask("答复对方的请求", counterpart).claim();
        assertThat(reviewer.form()).containsText(NAME);
        reviewer.choose("意见", "同意，报审批后处理本地的关系").fill("理由", "本地单位已停缴").screenshot("duplicate-5-counterpart");
        reviewer.complete();
    }

    private void look(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerktl", "/desk/cases/" + caseNumber);
        Locator letter = page.getByText("重复参保处理告知书").first();
        for (int round = 0; round < 20 && letter.count() == 0; round++) {
            page.waitForTimeout(1000);
            page.reload();
        }
        assertThat(letter).isVisible();
        assertThat(page.getByText("已办结").first()).isVisible();
        browsers.screenshot(page, "duplicate-7-case");
    }
}
