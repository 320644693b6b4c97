package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.CONFIRM;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** What a transfer does to the record: no month is lost, none counts twice, whatever happens meanwhile. */
@YibanTest
class TransferRecordTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    People people;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    BusinessTime time;

    @Test
    void monthsPaidAfterTheTableWasConfirmedStayWhereTheyAre() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.tableReceived(applicant);
        applicants.pay(applicant, JINING, YearMonth.of(2026, 1), YearMonth.of(2026, 2));

        // when
        steps.confirmTable(in);
        steps.approve(in);
        steps.messagesArrive();

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(12);
        assertThat(people.months(applicant.id(), JINING))
                .extracting(ContributionMonth::month)
                .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        assertThat(steps.view("reviewjn", steps.outCaseOf(in)).path("history").findValuesAsText("step"))
                .contains("monthsLeft");
    }

    @Test
    void aTableThatIsNoLongerWhatTheRecordSaysIsCompiledAnewAndLookedAtAgain() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        steps.accept(in, ACCEPTED);
        steps.messagesArrive();
        String out = steps.outCaseOf(in);
        applicants.pay(applicant, JINING, YearMonth.of(2026, 1), YearMonth.of(2026, 1));

        // when
        Answer stale = steps.decideTable(out, CONFIRM);
        // then
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("detail")).contains("重新生成");
        assertThat(steps.view("reviewjn", out)
                        .at("/informationTable/paidMonths")
                        .asInt())
                .isEqualTo(13);

        // when looked at again, then
        assertThat(steps.decideTable(out, CONFIRM).status()).isEqualTo(200);
    }

    @Test
    void monthsThatBothSidesHoldCountOnceAndAreNamed() {
        // given
        Applicant applicant = applicants.employedInBoth(
                JINING,
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 12),
                LIAOCHENG,
                YearMonth.of(2025, 11),
                YearMonth.of(2026, 1),
                LocalDate.of(2026, 1, 31));
        String in = steps.tableReceived(applicant);
        assertThat(steps.view("approvelc", in).at("/informationTable/overlap"))
                .extracting(JsonNode::asText)
                .containsExactly("2025-11", "2025-12");
        JsonNode joined = steps.view("approvelc", in).at("/informationTable/joined");
        assertThat(joined.path("counted").asInt()).isEqualTo(13);
        assertThat(joined.at("/runs/1/records").asText()).contains("聊城市缴费", "济宁市缴费");
        assertThat(joined.at("/runs/1/paidTwice").asBoolean()).isTrue();
        assertThat(joined.path("refundHint").asText()).contains("DUPLICATE_PAYMENT");

        // when
        steps.confirmTable(in);
        Answer verified = steps.approve(in);

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(13);
        assertThat(verified.at("/notices/1/body")).contains("2025-11、2025-12", "记入 10 个月");
        assertThat(verified.text("outcome")).isEqualTo("转移完成，记入 10 个月");
    }

    @Test
    void aMonthThatIsDeemedHereAndWasPaidThereIsPaidWhenItArrives() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        YearMonth may = YearMonth.of(2025, 5);
        applicants.deem(applicant, LIAOCHENG, may, may);
        String in = steps.verified(applicant);

        // when
        Answer approved = steps.approve(in);

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG))
                .hasSize(12)
                .extracting(ContributionMonth::kind)
                .containsOnly(MonthKind.PAID);
        assertThat(approved.body().path("history").findValuesAsText("text"))
                .anyMatch(text -> text.endsWith("改记为实际缴费的月份：2025-05"));
    }

    @Test
    void aTableThatStatesMonthsOfAnotherSchemeOrBeforeThePersonWasBornIsRefused() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        ContributionMonth other = new ContributionMonth(
                applicant.id(), JINING, Scheme.RESIDENT, YearMonth.of(1900, 1), MonthKind.PAID, JINING, null, null);

        // when
        steps.sendTable(in, applicant, "错表", List.of(other));
        steps.messagesArrive();

        // then
        assertThat(elsewhere.refused(LIAOCHENG.value()).why()).contains("应为本案转移的险种", "（出生）");
    }

    @Test
    void aRelationThatStillRunsOutInTheTransferInPoolDoesNotStopTheCompletion() {
        // given
        LocalDate until = time.today().plusDays(8);
        Applicant applicant = applicants.employedInBoth(
                JINING,
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 12),
                LIAOCHENG,
                YearMonth.of(2024, 1),
                YearMonth.of(2024, 12),
                until);
        String in = steps.tableReceived(applicant);

        // when
        steps.confirmTable(in);
        Answer verified = steps.approve(in);

        // then
        assertThat(verified.text("state")).isEqualTo("COMPLETED");
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.EMPLOYEE)
                        .orElseThrow()
                        .from())
                .isEqualTo(until.plusDays(1));
    }

    @Test
    void aRelationThatHasNotBegunIsNothingToMove() {
        Applicant applicant = applicants.employedFrom(JINING, time.today().plusDays(20));

        assertThat(steps.register(TransferSteps.application(applicant)).text("state"))
                .isEqualTo("REFUSED");
    }

    @Test
    void whoHasDiedMeanwhileIsNotTransferred() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.tableReceived(applicant);
        jdbc.sql("update yiban.person set died_on = '2026-03-01' where id = ?")
                .param(applicant.id())
                .update();

        // when
        Answer verified = steps.verify(in, CONFIRM);

        // then
        assertThat(verified.status()).isEqualTo(409);
        assertThat(verified.text("detail")).contains("死亡");
    }

    @Test
    void ofSeveralPeopleWhoDecideAtOnceOneSucceedsAndTheOthersAreToldSo() throws Exception {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        String path = "/api/transfers/tasks/" + steps.openTask(in).getId() + "/acceptance";
        Map<String, Object> accept = TransferSteps.acceptance(ACCEPTED);
        ExecutorService people = Executors.newFixedThreadPool(5);

        // when
        List<Future<Integer>> answers = IntStream.range(0, 5)
                .mapToObj(i -> people.submit(() -> i == 0
                        ? steps.withdraw(in, "改变主意").status()
                        : api.post("reviewlc", path, accept).status()))
                .toList();
        people.shutdown();

        // then
        int succeeded = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 404, 409);
            succeeded += answer.get() == 200 ? 1 : 0;
        }
        assertThat(succeeded).isBetween(1, 2);
        assertThat(steps.view("clerklc", in).path("history").findValuesAsText("step").stream()
                        .filter("accepted"::equals))
                .hasSizeLessThanOrEqualTo(1);
    }
}
