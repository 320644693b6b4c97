package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.RETURN;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.backpay.plan.PlanEnd;
import org.yiban.backpay.plan.PlanGivenUp;
import org.yiban.backpay.plan.PlanReached;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.Written;
import org.yiban.ledger.CollectionState;
import org.yiban.paths.PassedPaths;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.region.RegionCode;
import org.yiban.sla.Clock;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;

/** Every path of {@code retirementBackpay} but those of {@link BackpayMoneyPathsTest}, on the real tables and database. */
@YibanTest
class BackpayPathsTest {

    private static final RegionCode CHANGCHUN = new RegionCode(AtRetirement.CHANGCHUN);
    private static final int ENOUGH = 400;
    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    Clocks clocks;

    @Autowired
    People record;

    @Autowired
    Payments payments;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("backpay/retirement-backpay.bpmn", "retirementBackpay")
                        .without(BackpayMoneyPathsTest.PRICE_AND_MONEY)
                        .notPassed())
                .isEmpty();
    }

    @Test
    void whoHasTheYearsRetiresInsured() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", ENOUGH);
        // when
        String number = steps.confirmed(man);
        // then
        JsonNode view = steps.view(number);
        LocalDate benefits = YearMonth.from(man.reached()).plusMonths(1).atDay(1);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.at("/tests/0/outcome").asText()).isEqualTo("MET");
        assertThat(view.path("benefitsFrom").asText()).isEqualTo(benefits.toString());
        assertThat(record.require(man.personId()).retiredOn()).isEqualTo(man.reached());
        assertThat(record.enrolments(man.personId()))
                .extracting(Enrolment::benefitFrom)
                .containsExactly(benefits);
        assertThat(view.path("notices").findValuesAsText("kind")).containsExactly("yearsToConfirm", "retired");
        assertThat(view.at("/notices/1/body").asText()).contains("吉林省", "书面提出异议");
    }

    @Test
    void theClockSaysWhatTheApplicantIsWaitedFor() {
        // given
        String number = steps.registered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        // when
        done(steps.review(number, List.of()));
        // then
        assertThat(standsFor(number)).isEqualTo(PauseReason.YEARS_TO_CONFIRM);

        // when
        done(steps.confirm(number));
        // then
        assertThat(standsFor(number)).isEqualTo(PauseReason.CHOICE_TO_MAKE);

        // when
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        // then
        assertThat(standsFor(number)).isNull();

        // when
        done(steps.post("approve", number, "approval", CONFIRM));
        // then
        assertThat(standsFor(number)).isEqualTo(PauseReason.PAYMENT_TO_COME);
    }

    @Test
    void whoIsNotOldEnoughYetRetiresOnTheDay() {
        // given
        String number = steps.confirmed(people.inChangchun("EMPLOYER", ENOUGH, TODAY.plusMonths(1)));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");
        assertThat(standsFor(number)).isEqualTo(PauseReason.AGE_AHEAD);

        // when
        steps.fire(number, "catch_ageReached");
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void whoIsShortBeforeTheAgeWaitsForItAndIsCountedAnewOrGoesOnPaying() {
        // given
        LocalDate reached = TODAY.plusMonths(1);
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY, reached));
        // then
        assertThat(steps.choose(number, steps.option(number, "LUMP_SUM")).violation("option"))
                .contains(Written.day(reached), "继续按月缴费");
        assertThat(steps.choose(number, steps.option(number, "JOIN_RESIDENT")).violation("option"))
                .contains("才达到退休年龄");
        assertThat(steps.view(number).at("/options/0/openFrom").asText()).isEqualTo(reached.toString());
        assertThat(steps.view(number).at("/options/0/lastValidDay").isNull()).isTrue();
        assertThat(steps.view(number).at("/notices/1/body").asText()).contains("所差的月数是今天算的");

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "AWAIT_AGE")));
        // then
        assertThat(steps.step(number)).isNull();
        assertThat(standsFor(number)).isEqualTo(PauseReason.AGE_AHEAD);

        // when
        steps.fire(number, "catch_ageAwaited");
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
        assertThat(standsFor(number)).isNull();
        assertThat(steps.view(number).path("options")).isEmpty();

        // when
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        // then
        assertThat(steps.view(number).at("/plan/state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void nobodyPaysAtOnceForYearsThatWereCountedBeforeTheAge() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.confirmed(man);
        jdbc.sql("update yiban.backpay set years = jsonb_set(years, '{question,until}', to_jsonb(?::text))"
                        + " where case_number = ?")
                .params(YearMonth.from(man.reached()).minusMonths(1).toString(), number)
                .update();
        // then
        assertThat(steps.post("clerk", number, "choice", Map.of("decision", "AWAIT_AGE"))
                        .violation("decision"))
                .contains("已经达到退休年龄");
        assertThat(steps.choose(number, steps.option(number, "LUMP_SUM")).violation("option"))
                .contains("到龄以前归集");

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "已到年龄")));
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        // then
        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
    }

    @Test
    void monthsCorrectedByHandNeedAnotherPersonAndTheApplicantMayDispute() {
        // given
        String number = steps.registered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        // when
        done(steps.review(
                number, List.of(correction("actualMonths", "345"), correction("actualMonthsInProvince", "345"))));
        done(steps.post("approve", number, "years-approval", RETURN));
        done(steps.review(
                number, List.of(correction("actualMonths", "341"), correction("actualMonthsInProvince", "341"))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.post("clerk", number, "confirmation", Map.of("decision", "DISPUTED", "note", "还有半年")));
        done(steps.review(number, List.of()));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
        // then
        assertThat(steps.view(number).at("/tests/0/shortfall").asInt()).isEqualTo(19);
        assertThat(steps.view(number).path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("档案第3页"));
        assertThat(steps.step(number)).isEqualTo(BackpayModel.RECORD_CHOICE);

        // when
        done(steps.post("clerk", number, "choice", Map.of("decision", "WEIGH_AGAIN")));
        done(steps.post("clerk", number, "choice", Map.of("decision", "BACK_TO_YEARS", "reason", "又找到凭据")));
        done(steps.post("review", number, "years", Map.of("decision", "REFUSE", "reason", "关系已在外地办理")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void whatNoDocumentSaysOfTheYearsASeniorDecides() {
        // given
        String number = steps.confirmed(people.whomNoDocumentKnows());
        // when
        done(steps.seniorDecides(number, Map.of("outcome", "SHORT")));
        done(steps.seniorDecides(
                number, Map.of("outcome", "SHORT", "shortfallMonths", "12", "actualShortfallMonths", "12")));
        // then
        assertThat(steps.view(number).at("/tests/0/shortfall").asInt()).isEqualTo(12);
        assertThat(steps.view(number).path("options")).isNotEmpty();

        // when
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "先不办")));
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoPaidMonthByMonthIsLookedAtAgainWhenThePlanIsReachedOrGivenUp() {
        // given
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        assertThat(steps.view(number).path("outcome").asText()).contains("按月缴费");
        // when
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PlanReached(new CaseNumber(number), CHANGCHUN)));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
        done(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "另有打算")));
        assertThat(steps.view(number).path("state").asText()).isEqualTo("WITHDRAWN");
        transaction.executeWithoutResult(status ->
                events.publishEvent(new PlanGivenUp(new CaseNumber(number), CHANGCHUN, PlanEnd.PAY_REST, null)));
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
    }

    @Test
    void anObjectionIsUpheldOrOpensTheDecisionWithAnotherPerson() {
        // given
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        done(steps.choose(number, steps.option(number, "JOIN_RESIDENT")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("居民医保");
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("residentScheme");

        // when
        done(steps.object(number));
        done(steps.post("super", number, "objection", Map.of("decision", "UPHOLD", "reason", "本人书面选择")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("维持原决定");

        // when
        done(steps.object(number));
        done(steps.decideObjection(number, "DECIDE_AGAIN"));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
    }

    @Test
    void whoDiesMeanwhileEndsTheCaseAndWhatWasPaidIsLookedAt() {
        // given
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        steps.taxBureau(number, 1, CollectionState.PARTLY, "500.00", "SS-1", TODAY);
        // when
        steps.everyTimerRings(number);
        done(steps.onCase("review", number, "death", Map.of("diedOn", TODAY.toString(), "source", "家属告知")));
        // then
        assertThat(steps.view(number).path("outcome").asText()).contains("死亡");
        assertThat(payments.of(man.personId(), CHANGCHUN))
                .extracting(Payment::lumpSum)
                .containsExactly(true);
        assertThat(steps.step(number + "/death")).isEqualTo(BackpayModel.SETTLE_REFUND_QUESTION);
    }

    /** Why the clock of a case stands; {@code null} if it runs. */
    private PauseReason standsFor(String number) {
        return clocks.require(new CaseNumber(number))
                .clock()
                .pause()
                .map(Clock.Pause::reason)
                .orElse(null);
    }
}
