package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.casework.CaseKind;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.OpenCases;

/** The walkthrough of the README: a transfer from Jining to Liaocheng, by four people in two pools. */
@YibanEndToEndTest
class TransferWalkthroughTest {

    private static final String IDENTITY_NUMBER = "389900199011020028";
    private static final String NAME = "虚构·李秀英";
    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final RegionCode JINING = new RegionCode("370800");
    private static final Pattern CASE_NUMBER = Pattern.compile("案号 ?(\\S+)");
    /** The ninth working day after 2026-02-12: the Spring Festival is off, 14 and 28 February are worked. */
    private static final String DUE_DAY = "2026年3月3日";

    @Autowired
    People people;

    @Autowired
    OpenCases openCases;

    @Test
    void aTransferRunsFromApplicationToCompletionThroughFourPeopleInTwoPools(Browsers browsers) {
        // given
        Person person = people.find(IdentityNumber.parse("identityNumber", IDENTITY_NUMBER))
                .orElseThrow();
        int monthsInJining = people.months(person.id(), JINING).size();

        // when
        String caseNumber = register(browsers);
        accept(browsers, caseNumber);
        supervise(browsers, caseNumber);
        prepareInformationTable(browsers);
        verify(browsers, caseNumber);

        // then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(people.months(person.id(), JINING))
                .isEmpty());
        assertThat(people.months(person.id(), LIAOCHENG)).hasSize(monthsInJining);
        assertThat(people.openEnrolment(person.id(), JINING, Scheme.EMPLOYEE)).isEmpty();
        assertThat(people.openEnrolment(person.id(), LIAOCHENG, Scheme.EMPLOYEE))
                .hasValueSatisfying(
                        enrolment -> assertThat(enrolment.identity()).isEqualTo(MemberIdentity.EMPLOYER));
    }

    private String register(Browsers browsers) {
        TasklistPage clerk = browsers.tasklist("clerklc");
        clerk.startProcess("转移接续（转入）")
                .fill("证件号码", IDENTITY_NUMBER)
                .fill("姓名", NAME)
                .lookUp("转出地", "济宁", "山东省济宁市")
                .lookUp("转入地", "聊城", "山东省聊城市")
                .choose("转入地参保身份", "在职职工（随单位参保）")
                .fill("申请日期", "20260211")
                .screenshot("1-application")
                .pressStart();
        Locator told = clerk.page().getByText("申请已登记");
        assertThat(told).isVisible();
        clerk.screenshot("2-registered");
        Matcher number = CASE_NUMBER.matcher(told.textContent());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private void accept(Browsers browsers, String caseNumber) {
        TasklistPage reviewer = browsers.tasklist("reviewlc").openList("待认领");
        reviewer.openTask("受理转移申请", caseNumber).screenshot("3-unclaimed").claim();
        reviewer.choose("受理意见", "受理")
                .choose("已看到的材料", "参保人有效身份证件")
                .fill("受理日期", "2026-02-12")
                .screenshot("4-acceptance");
        reviewer.complete();
    }

    /** Accepted long ago, the case is overdue at once, and comes before the supervisor. */
    private void supervise(Browsers browsers, String caseNumber) {
        TasklistPage supervisor = browsers.tasklist("superlc").openList("待认领");
        supervisor.openTask("督办：逾期案件", caseNumber).claim();
        assertThat(supervisor.form()).containsText(caseNumber);
        supervisor.fill("督办情况", "已请转出地尽快核对信息表").screenshot("4a-supervision");
        supervisor.complete();
    }

    private void prepareInformationTable(Browsers browsers) {
        TasklistPage reviewer = browsers.tasklist("reviewjn").openList("待认领");
        reviewer.openTask("核对信息表", openCases.awaited(CaseKind.TRANSFER_OUT, JINING, IDENTITY_NUMBER))
                .claim();
        assertThat(reviewer.form()).containsText(DUE_DAY);
        reviewer.choose("办理意见", "核对无误，提供信息表").screenshot("5-information-table");
        reviewer.complete();
    }

    private void verify(Browsers browsers, String caseNumber) {
        TasklistPage verifier = browsers.tasklist("reviewlc").openList("本统筹区全部任务");
        verifier.openTask("核验信息表", caseNumber).claim();
        verifier.choose("意见", "核验无误，交审批").screenshot("7-verification");
        verifier.complete();
        bridge(verifier, caseNumber);
        TasklistPage approver = browsers.tasklist("approvelc").openList("本统筹区全部任务");
        approver.openTask("审批转入", caseNumber).claim();
        assertThat(approver.form()).containsText(DUE_DAY);
        assertThat(approver.tasks().first()).containsText(Pattern.compile("逾期\\s*已逾期 \\d+ 个工作日"));
        approver.screenshot("6-due").page().reload();
        assertThat(approver.page()).hasURL(Pattern.compile("dueDate.*asc"));
        approver.choose("意见", "批准转入，办结").screenshot("7c-approval");
        approver.complete();
        approver.screenshot("8-done");
    }

    /** The benefits are bridged: the clerk states what the record does not know; who paid the next month has no gap to pay. */
    private static void bridge(TasklistPage verifier, String caseNumber) {
        verifier.openList("待认领").openTask("核对待遇衔接的事实", caseNumber).claim();
        verifier.choose("意见", "事实清楚，按文件试算待遇怎样衔接");
        verifier.form()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("填写：转出地减员日期"))
                .click();
        state(verifier, "转出地减员日期", "reducedOn", "2026-01-31");
        state(verifier, "转入地首次缴费日期", "paidOn", "2026-02-12");
        verifier.screenshot("7a-gap-facts").complete();
    }

    private static void state(TasklistPage verifier, String label, String fact, String day) {
        verifier.fill(label + "（填写）", day);
        verifier.form().locator("[data-field='reason." + fact + "'] input").fill("参保登记窗口核实");
    }
}
