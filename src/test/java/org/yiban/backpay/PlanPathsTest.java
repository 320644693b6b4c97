package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.done;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.backpay.plan.PlanModel;
import org.yiban.kernel.BusinessTime;
import org.yiban.paths.PassedPaths;
import org.yiban.person.People;
import org.yiban.support.ApiClient;

/** Every path of {@code contributionPlan}, behind retirements of Changchun that are short of years. */
@YibanTest
class PlanPathsTest {

    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth NOW = YearMonth.from(TODAY);
    private static final int SHORT_OF_TWO = 358;

    @Autowired
    BackpaySteps steps;

    @Autowired
    PlanSteps plans;

    @Autowired
    AtRetirement people;

    @Autowired
    People onRecord;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("backpay/contribution-plan.bpmn", "contributionPlan")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void aPlanIsLookedAtAgainUntilTheYearsAreReachedAndTheRetirementGoesOn() {
        // given
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO, NOW.atDay(1).minusDays(1));
        String number = plans.planned(man);
        assertThat(plans.plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(2);
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("planOpened");

        // when the day of the next look comes
        plans.lookIsDue(number);
        // then nothing has changed
        assertThat(plans.plan(number).path("looks")).hasSize(2);

        // when he pays a month
        plans.recorded(man, NOW);
        assertThat(plans.plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(1);
        // and the last one
        plans.recorded(man, NOW.minusMonths(SHORT_OF_TWO + 1));

        // then
        assertThat(plans.plan(number).path("state").asText()).isEqualTo("REACHED");
        assertThat(plans.running(number)).isZero();
        assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");

        // when the months, one of them paid after the age was reached, are reviewed and confirmed
        done(steps.review(number, List.of()));
        done(steps.confirm(number));
        // then he retires as of the end of the plan
        assertThat(steps.view(number).path("outcome").asText())
                .contains(NOW.plusMonths(1).atDay(1).toString());
        assertThat(onRecord.require(man.personId()).retiredOn()).isEqualTo(TODAY);
    }

    @Test
    void whatASeniorDecidedToBeMissingIsPaidMonthByMonth() {
        // given
        Retiring man = people.whomNoDocumentKnows();
        String number = steps.confirmed(man);
        done(steps.seniorDecides(
                number, Map.of("outcome", "SHORT", "shortfallMonths", "2", "actualShortfallMonths", "2")));
        // when
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        // then
        assertThat(plans.plan("reviewlc", number).at("/latest/monthsToGo").asInt())
                .isEqualTo(2);

        // when
        plans.recorded(man, NOW.minusMonths(1));
        assertThat(plans.plan("reviewlc", number).at("/latest/monthsToGo").asInt())
                .isEqualTo(1);
        plans.recorded(man, NOW);
        // then
        assertThat(plans.plan("reviewlc", number).path("state").asText()).isEqualTo("REACHED");
    }

    @Test
    void whenMonthsStayUnpaidForTooLongAPersonRemindsGoesOnOrEndsThePlan() {
        // given
        String number = plans.planned(plans.paidUntilSevenMonthsAgo());
        plans.fiveMonthsMissed(number);
        // when
        plans.lookIsDue(number);
        // then
        assertThat(steps.task(number + "/plan").getTaskDefinitionKey()).isEqualTo(PlanModel.DECIDE_PLAN);

        // when
        done(plans.decide(number, Map.of("decision", "REMIND")));
        // then
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("planReminder");
        plans.lookIsDue(number);
        assertThat(steps.task(number + "/plan")).isNull();

        // when it happens again
        plans.fiveMonthsMissed(number);
        plans.lookIsDue(number);
        assertThat(plans.decide(number, Map.of("decision", "GO_ON")).violation("reason"))
                .contains("必填");
        done(plans.decide(number, Map.of("decision", "GO_ON", "reason", "住院，下月补上")));
        plans.fiveMonthsMissed(number);
        plans.lookIsDue(number);
        done(plans.decide(number, Map.of("decision", "STOP", "reason", "多次催缴未缴")));

        // then the case is open again, to choose anew
        assertThat(plans.plan(number).path("endingTitle").asText()).isEqualTo("连续未缴");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");
        assertThat(plans.running(number)).isZero();
    }

    @Test
    void aPlanThatWaitsForAReviewerGoesOnIfMonthsComeAndEndsIfItIsGivenUp() {
        // given
        Retiring man = plans.paidUntilSevenMonthsAgo();
        String number = plans.planned(man);
        plans.fiveMonthsMissed(number);
        plans.lookIsDue(number);
        // when the months come after all
        plans.recorded(man, NOW.minusMonths(1));
        // then
        assertThat(steps.task(number + "/plan")).isNull();
        assertThat(plans.plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(1);

        // when a reviewer is asked once more, and he gives up
        jdbc.sql("delete from yiban.contribution_month where person_id = ? and month = ?")
                .params(man.personId(), NOW.minusMonths(1).atDay(1))
                .update();
        plans.fiveMonthsMissed(number);
        plans.lookIsDue(number);
        assertThat(steps.task(number + "/plan")).isNotNull();
        done(plans.end(number, "WITHDRAWN"));
        // then
        assertThat(plans.plan(number).path("state").asText()).isEqualTo("GIVEN_UP");
        assertThat(plans.running(number)).isZero();
    }

    @Test
    void whatPeopleCorrectedIsNotUndoneByTheNextLook() {
        // given a man of Jining, whose months were paid in other pools of the province, as people know and no record
        // does
        Retiring man = people.inJining(SHORT_OF_TWO);
        String number = steps.registered(man);
        done(steps.review(number, List.of(BackpaySteps.correction("movedFrom", "SAME_PROVINCE"))));
        done(steps.post("approve", number, "years-approval", CONFIRM));
        done(steps.confirm(number));
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        assertThat(plans.plan("reviewjn", number).at("/latest/monthsToGo").asInt())
                .isEqualTo(2);

        // when
        plans.recorded(man, NOW);
        plans.recorded(man, NOW.minusMonths(SHORT_OF_TWO + 1));

        // then
        assertThat(plans.plan("reviewjn", number).path("state").asText()).isEqualTo("REACHED");
    }

    @Test
    void aPlanThatIsReachedWhileAnObjectionWaitsGoesOnOnceTheObjectionIsDecided() {
        // given
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO);
        String number = plans.planned(man);
        done(steps.object(number));
        // when
        plans.recorded(man, NOW);
        plans.recorded(man, NOW.minusMonths(SHORT_OF_TWO + 1));
        // then
        assertThat(plans.plan(number).path("state").asText()).isEqualTo("REACHED");
        assertThat(steps.step(number)).isEqualTo(BackpayModel.DECIDE_OBJECTION);

        // when
        done(steps.post("super", number, "objection", Map.of("decision", "UPHOLD", "reason", "本人书面选择")));
        // then
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
    }

    @Test
    void whoGoesOnPayingIsNotRegisteredOnceMoreAndNoPlanOutlivesItsDecision() {
        // given
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO);
        String number = plans.planned(man);
        // then
        assertThat(steps.register("clerkcc", BackpaySteps.application(man), "again-" + number)
                        .violation("identityNumber"))
                .contains(number);

        // when it is decided again
        done(steps.object(number));
        done(steps.post("super", number, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "没有讲清")));
        // then
        assertThat(plans.plan(number).path("endingTitle").asText()).contains("重新办理");
        assertThat(plans.running(number)).isZero();
    }

    @Test
    void whoWantsItMayEndAPlanOnce() {
        String number = plans.planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO));
        assertThat(plans.end(number, "DEATH").violation("why")).contains("PAY_REST");
        assertThat(api.post("clerktl", "/api/backpays/" + number + "/plan/end", Map.of("why", "WITHDRAWN"))
                        .status())
                .isEqualTo(404);

        done(plans.end(number, "WITHDRAWN"));

        assertThat(plans.plan(number).path("state").asText()).isEqualTo("GIVEN_UP");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(plans.end(number, "WITHDRAWN").status()).isEqualTo(409);
    }

    @Test
    void whoHasNotReachedTheAgeNeitherPaysTheRestAtOnceNorIsSentToTheResidentScheme() {
        String number = plans.planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO, TODAY.plusMonths(1)));

        assertThat(plans.end(number, "PAY_REST").violation("why")).contains("才达到退休年龄");
        assertThat(plans.end(number, "RESIDENT").violation("why")).contains("终止计划");
        assertThat(plans.plan(number).path("state").asText()).isEqualTo("RUNNING");
        done(plans.end(number, "WITHDRAWN"));
    }

    @Test
    void aPlanEndsWithItsPersonsLife() {
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO);
        String number = plans.planned(man);

        people.dies(man, TODAY);

        assertThat(plans.plan(number).path("endingTitle").asText()).isEqualTo("参保人死亡");
        assertThat(plans.running(number)).isZero();
    }
}
