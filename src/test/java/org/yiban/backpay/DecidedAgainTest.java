package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.ledger.CollectionState;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;

/** Retirements that are decided again, and money that was paid for what was not needed in the end. */
@YibanTest
class DecidedAgainTest {

    private static final RegionCode CHANGCHUN = new RegionCode(AtRetirement.CHANGCHUN);
    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    People record;

    @Autowired
    PersonalAccounts accounts;

    @Test
    void whoHadTheYearsAfterAllGetsTheLumpSumBackAndRetiresOnTheDayOfTheAge() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = retiredByLumpSum(man);
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("2100.00");
        // when
        decidedAgain(number);
        done(steps.review(
                number, List.of(correction("actualMonths", "400"), correction("actualMonthsInProvince", "400"))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(record.require(man.personId()).retiredOn()).isEqualTo(man.reached());
        assertThat(accounts.balance(man.personId(), CHANGCHUN)).isEqualByComparingTo("100.00");
        assertThat(steps.view(number).at("/receipts/0/goingBack").decimalValue())
                .isEqualByComparingTo("9000.00");
        done(steps.beside(
                "finance",
                number,
                "money",
                "money",
                Map.of(
                        "decision",
                        "REFUND",
                        "payeeIs",
                        "SELF",
                        "payee",
                        Map.of("name", "虚构·收款", "accountNumber", "6228480012345678903", "bankCode", "102241000121"))));
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
        String outcome = steps.view(number).path("outcome").asText();
        decidedAgain(number);
        // when
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "不再提了")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("outcome").asText()).startsWith(outcome);
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
