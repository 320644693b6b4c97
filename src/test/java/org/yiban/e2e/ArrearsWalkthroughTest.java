package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/** An employer of Changchun that never enrolled two of its people: from what it owes to the months on record. */
@YibanEndToEndTest
class ArrearsWalkthroughTest {

    private static final String UNIT = "虚构·欠费公司";
    private static final String UNIT_CODE = "91389900MA0000001W";
    private static final RegionCode CHANGCHUN = new RegionCode("220100");
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(QF\\S+)");
    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth LAST = YearMonth.from(TODAY).minusMonths(1);
    private static final int MONTHS = 15;

    @Autowired
    CollectionOrders collections;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    People people;

    @Autowired
    LateMonths late;

    @Test
    void anEmployerIsToldWhatItOwesObjectsInVainAndPays(Browsers browsers) {
        IdentityNumber longUnpaid = FictitiousPerson.man();
        IdentityNumber shortUnpaid = FictitiousPerson.woman();
        people.putOnRecord(longUnpaid, "虚构·欠缴");
        people.putOnRecord(shortUnpaid, "虚构·短欠");
        String caseNumber = register(browsers, longUnpaid, shortUnpaid);
        review(browsers, caseNumber);
        approve(browsers, caseNumber);
        object(browsers, caseNumber);
        uphold(browsers, caseNumber);
        pay(caseNumber);
        look(browsers, caseNumber);
        assertThat(late.of(people.find(longUnpaid).orElseThrow().id(), CHANGCHUN))
                .hasSize(MONTHS)
                .containsEntry(LAST, TODAY);
    }

    private String register(Browsers browsers, IdentityNumber first, IdentityNumber second) {
        String rows = "%s 虚构·欠缴 %s %s 4800\n%s 虚构·短欠 %s %s 3900.50"
                .formatted(
                        first.value(), LAST.minusMonths(MONTHS - 1), LAST, second.value(), LAST.minusMonths(1), LAST);
        TasklistPage clerk = browsers.tasklist("clerkcc");
        clerk.startProcess("单位欠费补缴")
                .fill("单位名称", UNIT)
                .fill("统一社会信用代码", UNIT_CODE)
                .lookUp("统筹区", "长春", "吉林省长春市")
                .choose("欠费情形", "单位没有给职工参保")
                .choose("参保方式", "统账结合")
                .fill("单位缴费的日子", TODAY.toString())
                .fill("人员和月份", rows)
                .screenshot("arrears-1-application")
                .pressStart();
        Locator told = clerk.page().getByText("单位欠费已登记");
        assertThat(told).isVisible();
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    /** What a unit's part of the rate is, no record says. */
    private void review(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = open(browsers, "reviewcc", "审核欠费补缴", caseNumber);
        reviewer.choose("意见", "应当补缴，按文件计算").fill("其中单位的缴费比例（填写）", "0.06");
        reviewer.form().locator("[data-field='reason.unitRate'] input").fill("税务核定单");
        reviewer.screenshot("arrears-2-review");
        reviewer.complete();
    }

    private void approve(Browsers browsers, String caseNumber) {
        TasklistPage approver = open(browsers, "approvecc", "审批补缴", caseNumber);
        assertThat(approver.form()).containsText("税务核定单");
        approver.choose("意见", "批准，通知单位缴费").screenshot("arrears-3-approval");
        approver.complete();
    }

    private static void object(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记异议…"))
                .click();
        page.getByLabel("单位的理由").fill("其中一人是劳务派遣");
        browsers.screenshot(page, "arrears-4-objection");
        page.locator("dialog[open] [data-send]").click();
        assertThat(page.getByText("收到异议：其中一人是劳务派遣").first()).isVisible();
    }

    private static void uphold(Browsers browsers, String caseNumber) {
        TasklistPage supervisor = open(browsers, "supercc", "复核异议", caseNumber);
        assertThat(supervisor.form()).containsText("其中一人是劳务派遣");
        supervisor.choose("意见", "维持原处理").fill("理由", "有劳动合同").screenshot("arrears-5-upheld");
        supervisor.complete();
    }

    /** The tax bureau says that the money is there. */
    private void pay(String caseNumber) {
        transaction.executeWithoutResult(status -> {
            CollectionOrder order = collections.of(new CaseNumber(caseNumber)).get(0);
            collections.settle(order.key(), CollectionState.PAID, order.amount(), "SS-" + caseNumber, TODAY);
        });
    }

    private void look(Browsers browsers, String caseNumber) {
        Page page = browsers.open("clerkcc", "/desk/cases/" + caseNumber);
        assertThat(page.getByText("单位欠费补缴通知书").first()).isVisible();
        assertThat(page.getByText("异议复核告知书").first()).isVisible();
        assertThat(page.getByText("单位欠费补缴完成告知书").first()).isVisible();
        assertThat(page.getByText("2 人 " + (MONTHS + 2) + " 个月记入缴费记录").first()).isVisible();
        browsers.screenshot(page, "arrears-6-case");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".yb-letter-end").first()).hasCSS("break-before", "avoid");
        assertThat(page.locator("#title-clock")).hasCSS("break-after", "avoid");
    }

    private static TasklistPage open(Browsers browsers, String user, String task, String caseNumber) {
        return browsers.tasklist(user)
                .openList("待认领")
                .openTask(task, caseNumber)
                .claim();
    }
}
