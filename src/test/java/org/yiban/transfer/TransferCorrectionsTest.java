package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.CONFIRM;
import static org.yiban.transfer.TransferSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.PaymentOrders;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** What a completed transfer missed, or moved and should not have, is put right by a case that corrects it. */
@YibanTest
class TransferCorrectionsTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    PaymentOrders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    @Autowired
    Elsewhere elsewhere;

    @Test
    void whatACompletedTransferMissedIsMovedByACaseThatCorrectsIt() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.verified(applicant);
        done(steps.approve(in));
        steps.messagesArrive();
        applicants.pay(applicant, JINING, YearMonth.of(2024, 12), YearMonth.of(2024, 12));
        done(steps.object(in, "漏了2024年12月"));
        done(steps.decide("superlc", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "确有遗漏")));
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("COMPLETED");

        // when
        Map<String, Object> application = new LinkedHashMap<>(TransferSteps.application(applicant));
        application.put("correctsCase", in);
        Answer registered = steps.register(application);
        String correction = registered.text("caseNumber");
        done(steps.accept(correction, ACCEPTED));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(correction), CONFIRM));
        steps.messagesArrive();
        steps.confirmTable(correction);
        done(steps.approve(correction));

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(13);
        assertThat(steps.view("clerklc", correction).path("corrects").asText()).isEqualTo(in);
        assertThat(steps.view("clerklc", in).at("/correctedBy/0").asText()).isEqualTo(correction);
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.EMPLOYEE))
                .isPresent();
    }

    @Test
    void onlyACompletedTransferOfTheSamePersonIsCorrected() {
        String other = steps.registered(applicants.employedIn(JINING));
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("correctsCase", other);
        assertThat(steps.register(application).violation("correctsCase")).contains("已办结");
        application.put("correctsCase", "x");
        assertThat(steps.register(application).violation("correctsCase")).contains("案号");
    }

    @Test
    void whatACompletedTransferMovedWronglyGoesBackOnceAnotherPersonApprovedIt() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String correction = correctionAtVerification(applicant);

        // when
        Answer other = steps.verify(correction, takingBack("2019-01", "不在转入的月份里"));
        Answer unexplained = steps.verify(correction, takingBack("2025-01 至 2025-02", ""));
        Answer unreadable = steps.verify(correction, takingBack("一月", "写法不对"));
        done(steps.verify(correction, takingBack("2025-01 至 2025-02；2025-11", "单位漏报减员，多转了三个月")));

        // then
        assertThat(other.violation("takenBack")).contains("可以退回：2025-01 至 2025-12");
        assertThat(unexplained.violation("takenBackReason")).isEqualTo("必填");
        assertThat(unreadable.violation("takenBack")).contains("2019-01 至 2019-06");
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(12);
        assertThat(steps.view("approvelc", correction).at("/takenBack/reason").asText())
                .contains("漏报减员");

        // when
        done(steps.approve(correction));
        steps.messagesArrive();

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(9);
        assertThat(people.months(applicant.id(), JINING))
                .extracting(ContributionMonth::month)
                .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 11));
        JsonNode view = steps.view("clerklc", correction);
        assertThat(view.at("/takenBack/doneOn").asText()).isEqualTo(time.today().toString());
        assertThat(view.at("/notices/0/body").asText()).contains("2025-01 至 2025-02；2025-11 已退回转出地");
        assertThat(view.path("history").findValuesAsText("text")).noneMatch(text -> text.contains("重复参保"));
        assertThat(steps.view("clerkjn", steps.outCaseOf(correction))
                        .path("history")
                        .findValuesAsText("text"))
                .anyMatch(text -> text.contains("恢复登记 3 个月") && text.contains("漏报减员"));
    }

    @Test
    void aBalanceThatWasMovedWronglyGoesBackThroughFinance() {
        // given a transfer that brought 860.40 yuan
        Applicant applicant = applicants.employedIn(JINING);
        account(applicant, "860.40");
        String in = steps.verified(applicant);
        done(steps.approve(in));
        steps.messagesArrive();
        done(balance("financelc", in, "arrival", arrival("860.40")));
        assertThat(accounts.balance(applicant.id(), LIAOCHENG)).isEqualByComparingTo("860.40");
        String correction = correctionOf(applicant, in);
        steps.messagesArrive();

        // when
        Answer tooMuch = steps.verify(correction, takingBackBalance("900.00"));
        done(steps.verify(correction, takingBackBalance("360.40")));
        done(steps.approve(correction));
        steps.messagesArrive();
        // then the money leaves here, by an order that finance pays with its next batch
        assertThat(tooMuch.violation("takenBackBalance")).contains("860.40");
        assertThat(accounts.balance(applicant.id(), LIAOCHENG)).isEqualByComparingTo("500.00");
        assertThat(orders.of(new CaseNumber(correction))).singleElement().satisfies(order -> assertThat(order.amount())
                .isEqualByComparingTo("360.40"));
        assertThat(steps.view("clerklc", correction).at("/notices/0/body").asText())
                .contains("360.40 元由财务退回转出地");

        // when it arrives where it came from
        String out = steps.outCaseOf(correction);
        done(balance("financejn", out, "arrival", arrival("360.40")));
        // then
        assertThat(accounts.balance(applicant.id(), JINING)).isEqualByComparingTo("360.40");
        assertThat(steps.view("clerkjn", out).path("notices").findValuesAsText("body"))
                .anyMatch(body -> body.contains("退回的误转个人账户余额 360.40 元"));
    }

    @Test
    void aBalanceIsNotSaidToComeBackWhereTheSameCaseMovesOne() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        account(applicant, "860.40");
        String in = steps.verified(applicant);

        // when
        steps.giveBack(in, List.of(), "100.00");
        steps.messagesArrive();

        // then
        assertThat(elsewhere.refused(JINING.value()).why()).contains("信息表载明余额 860.40 元");
        done(steps.approve(in));
        steps.messagesArrive();
        assertThat(orders.of(new CaseNumber(steps.outCaseOf(in))))
                .singleElement()
                .satisfies(order -> assertThat(order.amount()).isEqualByComparingTo("860.40"));
    }

    /** The transfer-in side pays a balance that goes back, and the transfer-out side awaits it. */
    @ParameterizedTest
    @ValueSource(strings = {"account", "correction", "difference", "inquiry"})
    void formsOfBalancesSpeakOfTheOtherSideWhicheverItIs(String form) throws IOException {
        assertThat(Files.readString(Path.of("forms/transfer/balance-" + form + ".html")))
                .contains("对方")
                .doesNotContain("转入地", "转出地");
    }

    @Test
    void aBalanceThatNoTransferBroughtIsNotGivenBack() {
        Applicant applicant = applicants.employedIn(JINING);
        String correction = correctionAtVerification(applicant);

        assertThat(steps.verify(correction, takingBackBalance("1.00")).violation("takenBackBalance"))
                .contains("只有 0.00 元");
        assertThat(steps.verify(correction, takingBackBalance("-1")).violation("takenBackBalance"))
                .contains("大于 0");
    }

    private void account(Applicant applicant, String balance) {
        jdbc.sql("insert into yiban.personal_account (person_id, pool, balance, as_of) values (?, ?, ?, '2026-01-31')")
                .params(applicant.id(), JINING.value(), new BigDecimal(balance))
                .update();
    }

    private Answer balance(String user, String number, String step, Map<String, ?> body) {
        String task = steps.openTask(number + "/balance").getId();
        return api.post(user, "/api/transfers/balance/tasks/" + task + "/" + step, body);
    }

    private Map<String, String> arrival(String amount) {
        return Map.of(
                "amount",
                amount,
                "receivedOn",
                time.today().toString(),
                "receipt",
                "DZ" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static Map<String, String> takingBackBalance(String amount) {
        return Map.of("decision", "CONFIRM", "takenBackBalance", amount, "takenBackReason", "多转了余额");
    }

    @Test
    void aMonthThatWasMovedWronglyMayComeAnewWithTheSameCase() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        YearMonth march = YearMonth.of(2025, 3);
        String correction = correctionAtVerification(applicant, march);

        // when
        done(steps.verify(correction, takingBack("2025-03", "基数有误，重新登记")));
        done(steps.approve(correction));
        steps.messagesArrive();

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG))
                .extracting(ContributionMonth::month)
                .hasSize(12)
                .contains(march);
        assertThat(people.months(applicant.id(), JINING)).isEmpty();
    }

    @Test
    void aMonthThatLeftWithAnotherTransferMeanwhileIsNotGivenBack() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String correction = correctionAtVerification(applicant);
        done(steps.verify(correction, takingBack("2025-01 至 2025-02", "多转了两个月")));
        people.markTransferredOut(
                applicant.id(), LIAOCHENG, Scheme.EMPLOYEE, Set.of(YearMonth.of(2025, 2)), time.today());

        // when
        done(steps.approve(correction));
        steps.messagesArrive();

        // then
        assertThat(people.months(applicant.id(), JINING))
                .extracting(ContributionMonth::month)
                .containsExactly(YearMonth.of(2025, 1));
        assertThat(steps.view("clerklc", correction).path("history").findValuesAsText("text"))
                .contains("核验后已不在本地的月份没有退回：2025-02");
    }

    @Test
    void monthsThatNeverLeftForTheOtherAgencyAreNotTakenBackFromIt() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.tableReceived(applicant);

        // when
        steps.giveBack(in, List.of(YearMonth.of(2025, 1)));
        steps.messagesArrive();

        // then
        assertThat(elsewhere.refused(JINING.value()).why()).contains("不是由本地转往该转入地的月份");
    }

    @Test
    void onlyACaseThatCorrectsATransferGivesMonthsBack() {
        String in = steps.tableReceived(applicants.employedIn(JINING));

        assertThat(steps.verify(in, takingBack("2025-01", "多了")).violation("takenBack"))
                .contains("更正");
    }

    /**
     * A case that corrects a completed transfer of the months of 2025, whose table waits to be verified: empty, or with
     * months that were registered anew.
     */
    private String correctionAtVerification(Applicant applicant, YearMonth... anew) {
        String in = steps.verified(applicant);
        done(steps.approve(in));
        steps.messagesArrive();
        for (YearMonth month : anew) {
            people.takeOverMonths(
                    applicant.id(),
                    JINING,
                    List.of(new ContributionMonth(
                            applicant.id(), JINING, Scheme.EMPLOYEE, month, MonthKind.PAID, JINING, null, null)));
        }
        String correction = correctionOf(applicant, in);
        steps.messagesArrive();
        return correction;
    }

    /** A case that corrects another one, whose table has been sent. */
    private String correctionOf(Applicant applicant, String in) {
        Map<String, Object> application = new LinkedHashMap<>(TransferSteps.application(applicant));
        application.put("correctsCase", in);
        String correction = steps.register(application).text("caseNumber");
        done(steps.accept(correction, ACCEPTED));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(correction), CONFIRM));
        return correction;
    }

    private static Map<String, String> takingBack(String months, String reason) {
        return Map.of("decision", "CONFIRM", "takenBack", months, "takenBackReason", reason);
    }
}
