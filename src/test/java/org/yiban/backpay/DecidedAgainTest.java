package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;
import static org.yiban.backpay.BackpaySteps.refundTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;

/** Retirements that are decided again, and money that was paid for what was not needed in the end. */
@YibanTest
class DecidedAgainTest {

    private static final RegionCode CHANGCHUN = new RegionCode(AtRetirement.CHANGCHUN);
    private static final int SHORT_BY_TWENTY = 340;
    private static final Map<String, String> SETTLED = Map.of("decision", "SETTLED", "note", "税务直接退付，凭证 2 号");

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    People record;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoHadTheYearsAfterAllGetsTheLumpSumBackAndRetiresOnTheDayOfTheAge() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("2100.00");
        // when
        decidedAgain(number);
        counted(number, "400");
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(record.require(man.personId()).retiredOn()).isEqualTo(man.reached());
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("100.00");
        assertThat(steps.view(number).at("/receipts/0/goingBack").decimalValue())
                .isEqualByComparingTo("9000.00");
        done(steps.beside("finance", number, "money", "money", refundTo("SELF")));
        assertThat(steps.view(number).at("/receipts/0/settled").asText()).startsWith("退费案件 TF220100");
    }

    @Test
    void whoChoosesAnotherWayIsRetiredNoMore() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        // when
        decidedAgain(number);
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "JOIN_RESIDENT")));
        // then
        assertThat(record.require(man.personId()).retiredInsured()).isFalse();
        assertThat(record.enrolments(man.personId()))
                .extracting(Enrolment::benefitFrom)
                .containsOnlyNulls();
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("100.00");
    }

    @Test
    void whoWithdrawsAnObjectionKeepsWhatWasDecided() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        JsonNode decided = steps.view(number);
        decidedAgain(number);
        done(steps.review(number, List.of()));
        // when
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "不再提了")));
        // then
        JsonNode stands = steps.view(number);
        assertThat(stands.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(stands.path("outcome").asText())
                .startsWith(decided.path("outcome").asText());
        assertThat(stands.at("/choice/amount").decimalValue()).isEqualByComparingTo("9000.00");
        for (String part : List.of("years", "facts", "tests", "options", "quotedOn", "choice", "credit")) {
            assertThat(stands.path(part)).as(part).isEqualTo(decided.path(part));
        }
        assertThat(record.require(man.personId()).retiredInsured()).isTrue();
        assertThat(steps.task(number + "/money")).isNull();
    }

    @Test
    void whatCameInGoesBackIfTheCaseIsRefusedAfterAll() {
        // given
        String number = steps.ordered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        steps.taxBureau(number, 1, CollectionState.PARTLY, "100.00", "SS-1", TODAY);
        done(steps.post("review", number, "rest", Map.of("decision", "WEIGH_AGAIN", "reason", "付不起")));
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "凭据有误")));
        // when
        done(steps.post("review", number, "years", Map.of("decision", "REFUSE", "reason", "关系不在本地")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.step(number + "/money")).isEqualTo(BackpayModel.RETURN_MONEY);
        assertThat(steps.view(number).at("/receipts/0/goingBack").decimalValue())
                .isEqualByComparingTo(new BigDecimal("100.00"));
    }

    @Test
    void whatStayedOfAReceiptGoesBackAfterAPartOfItDid() {
        // given a receipt of which 450.00 yuan went back as surplus
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredWithSurplus(man);
        // when one month less is missing
        decidedAgain(number);
        counted(number, "342");
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        // then
        assertThat(goingBack(number)).containsExactly("450.00", "450.00");
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("450.00");
        assertThat(steps.beside("finance", number, "money", "money", refundTo("SELF"))
                        .text("detail"))
                .contains("只退其中 450.00 元");
        done(steps.beside("finance", number, "money", "money", SETTLED));

        // when nothing is missing
        decidedAgain(number);
        counted(number, "400");
        // then
        assertThat(goingBack(number)).containsExactly("450.00", "450.00", "8100.00");
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("8100.00");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void whatAnAccountNoLongerHadIsNotTakenForRecoveredTheNextTime() {
        // given 2000.00 yuan credited to an account which has 500.00 left
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        accounts.recover(man.personId(), CHANGCHUN, new BigDecimal("1600.00"), "spent-" + number);
        decidedAgain(number);
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        assertThat(uncollected(number)).isEqualByComparingTo("1500.00");
        // when
        done(steps.onCase("clerk", number, "plan/end", Map.of("why", "PAY_REST")));
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "JOIN_RESIDENT")));
        // then
        assertThat(uncollected(number)).isEqualByComparingTo("1500.00");
    }

    /** What was credited and has not been taken back, yuan. */
    private BigDecimal uncollected(String number) {
        return jdbc.sql("select account_credited from yiban.backpay where case_number = ?")
                .param(number)
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void nothingThatWentBackAlreadyIsRefundedToHeirs() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        decidedAgain(number);
        counted(number, "341");
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        done(steps.beside("finance", number, "money", "money", SETTLED));
        // when
        people.dies(man, TODAY);
        // then
        assertThat(steps.beside("clerk", number, "death", "refund-question", refundTo("HEIR"))
                        .text("detail"))
                .contains("已退还一部分", "8550.00");
    }

    @Test
    void theObjectionOfSomebodyWhoDiesWaitsForNobody() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.confirmed(man);
        done(steps.choose(number, steps.option(number, "JOIN_RESIDENT")));
        done(steps.object(number));
        // when
        people.dies(man, TODAY);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("NOT_NEEDED");
        assertThat(steps.view(number).at("/objections/0/reason").asText()).contains("死亡");
    }

    /** Retired by a lump sum of 8550.00 yuan, for which 9000.00 had come in. */
    private String retiredWithSurplus(Retiring man) {
        String number = steps.ordered(man);
        LocalDate lastDay =
                LocalDate.parse(steps.view(number).at("/choice/lastDay").asText());
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", lastDay.plusDays(1));
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "又找到凭据")));
        counted(number, "341");
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        done(steps.post("approve", number, "approval", CONFIRM));
        done(steps.beside("finance", number, "money", "money", SETTLED));
        return number;
    }

    /** So many months were paid, all of them in the province. */
    private void counted(String number, String months) {
        done(steps.review(
                number, List.of(correction("actualMonths", months), correction("actualMonthsInProvince", months))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
    }

    private List<String> goingBack(String number) {
        return steps.view(number).path("receipts").findValues("goingBack").stream()
                .map(amount -> amount.decimalValue().setScale(2).toPlainString())
                .toList();
    }

    private String retiredByLumpSum(Retiring man) {
        String number = steps.ordered(man);
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY);
        assertThat(record.require(man.personId()).retiredInsured()).isTrue();
        return number;
    }

    private void decidedAgain(String number) {
        done(steps.object(number));
        done(steps.decideObjection(number, "DECIDE_AGAIN"));
    }
}
