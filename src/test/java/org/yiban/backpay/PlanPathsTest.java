package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.CHANGCHUN;
import static org.yiban.backpay.BackpaySteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.backpay.plan.PlanModel;
import org.yiban.kernel.BusinessTime;
import org.yiban.paths.PassedPaths;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Every path of {@code contributionPlan}, behind retirements of Changchun that are short of years. */
@YibanTest
class PlanPathsTest {

    private static final LocalDate TODAY = LocalDate.now(BusinessTime.ZONE);
    private static final YearMonth NOW = YearMonth.from(TODAY);
    private static final int SHORT_OF_TWO = 358;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    People onRecord;

    @Autowired
    LateMonths late;

    @Autowired
    ApiClient api;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

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
        String number = planned(man);
        assertThat(plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(2);
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("planOpened");

        // when the day of the next look comes
        lookIsDue(number);
        // then nothing has changed
        assertThat(plan(number).path("looks")).hasSize(2);

        // when he pays a month
        recorded(man, NOW);
        assertThat(plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(1);
        // and the last one
        recorded(man, NOW.minusMonths(SHORT_OF_TWO + 1));

        // then
        assertThat(plan(number).path("state").asText()).isEqualTo("REACHED");
        assertThat(running(number)).isZero();
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
        assertThat(plan("reviewlc", number).at("/latest/monthsToGo").asInt()).isEqualTo(2);

        // when
        recorded(man, NOW.minusMonths(1));
        assertThat(plan("reviewlc", number).at("/latest/monthsToGo").asInt()).isEqualTo(1);
        recorded(man, NOW);
        // then
        assertThat(plan("reviewlc", number).path("state").asText()).isEqualTo("REACHED");
    }

    @Test
    void whenMonthsStayUnpaidForTooLongAPersonRemindsGoesOnOrEndsThePlan() {
        // given
        String number = planned(paidUntilSevenMonthsAgo());
        fiveMonthsMissed(number);
        // when
        lookIsDue(number);
        // then
        assertThat(steps.task(number + "/plan").getTaskDefinitionKey()).isEqualTo(PlanModel.DECIDE_PLAN);

        // when
        done(decide(number, Map.of("decision", "REMIND")));
        // then
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("planReminder");
        lookIsDue(number);
        assertThat(steps.task(number + "/plan")).isNull();

        // when it happens again
        fiveMonthsMissed(number);
        lookIsDue(number);
        assertThat(decide(number, Map.of("decision", "GO_ON")).violation("reason"))
                .contains("必填");
        done(decide(number, Map.of("decision", "GO_ON", "reason", "住院，下月补上")));
        fiveMonthsMissed(number);
        lookIsDue(number);
        done(decide(number, Map.of("decision", "STOP", "reason", "多次催缴未缴")));

        // then the case is open again, to choose anew
        assertThat(plan(number).path("endingTitle").asText()).isEqualTo("连续未缴");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("OPEN");
        assertThat(running(number)).isZero();
    }

    @Test
    void aPlanThatWaitsForAReviewerGoesOnIfMonthsComeAndEndsIfItIsGivenUp() {
        // given
        Retiring man = paidUntilSevenMonthsAgo();
        String number = planned(man);
        fiveMonthsMissed(number);
        lookIsDue(number);
        // when the months come after all
        recorded(man, NOW.minusMonths(1));
        // then
        assertThat(steps.task(number + "/plan")).isNull();
        assertThat(plan(number).at("/latest/monthsToGo").asInt()).isEqualTo(1);

        // when a reviewer is asked once more, and he gives up
        jdbc.sql("delete from yiban.contribution_month where person_id = ? and month = ?")
                .params(man.personId(), NOW.minusMonths(1).atDay(1))
                .update();
        fiveMonthsMissed(number);
        lookIsDue(number);
        assertThat(steps.task(number + "/plan")).isNotNull();
        done(end(number, "WITHDRAWN"));
        // then
        assertThat(plan(number).path("state").asText()).isEqualTo("GIVEN_UP");
        assertThat(running(number)).isZero();
    }

    @Test
    void aPlanThatIsReachedWhileAnObjectionWaitsGoesOnOnceTheObjectionIsDecided() {
        // given
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO);
        String number = planned(man);
        done(steps.object(number));
        // when
        recorded(man, NOW);
        recorded(man, NOW.minusMonths(SHORT_OF_TWO + 1));
        // then
        assertThat(plan(number).path("state").asText()).isEqualTo("REACHED");
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
        String number = planned(man);
        // then
        assertThat(steps.register("clerkcc", BackpaySteps.application(man), "again-" + number)
                        .violation("identityNumber"))
                .contains(number);

        // when it is decided again
        done(steps.object(number));
        done(steps.post("super", number, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "没有讲清")));
        // then
        assertThat(plan(number).path("endingTitle").asText()).contains("重新办理");
        assertThat(running(number)).isZero();
    }

    @Test
    void whoWantsItMayEndAPlanOnce() {
        String number = planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO));
        assertThat(end(number, "DEATH").violation("why")).contains("PAY_REST");
        assertThat(api.post("clerktl", "/api/backpays/" + number + "/plan/end", Map.of("why", "WITHDRAWN"))
                        .status())
                .isEqualTo(404);

        done(end(number, "WITHDRAWN"));

        assertThat(plan(number).path("state").asText()).isEqualTo("GIVEN_UP");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(end(number, "WITHDRAWN").status()).isEqualTo(409);
    }

    @Test
    void whoHasNotReachedTheAgeNeitherPaysTheRestAtOnceNorIsSentToTheResidentScheme() {
        String number = planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO, TODAY.plusMonths(1)));

        assertThat(end(number, "PAY_REST").violation("why")).contains("才达到退休年龄");
        assertThat(end(number, "RESIDENT").violation("why")).contains("终止计划");
        assertThat(plan(number).path("state").asText()).isEqualTo("RUNNING");
        done(end(number, "WITHDRAWN"));
    }

    @Test
    void aPlanEndsWithItsPersonsLife() {
        Retiring man = people.inChangchun("FLEXIBLE", SHORT_OF_TWO);
        String number = planned(man);

        people.dies(man, TODAY);

        assertThat(plan(number).path("endingTitle").asText()).isEqualTo("参保人死亡");
        assertThat(running(number)).isZero();
    }

    private String planned(Retiring man) {
        String number = steps.confirmed(man);
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        assertThat(plan(number).path("state").asText()).isEqualTo("RUNNING");
        return number;
    }

    private Retiring paidUntilSevenMonthsAgo() {
        LocalDate reached = TODAY.minusDays(5);
        IdentityNumber number = FictitiousPerson.bornOn(reached.minusYears(60), Sex.MALE);
        YearMonth last = NOW.minusMonths(7);
        peopleImport.load(
                new CsvFiles()
                        .person(number, "虚构·断续")
                        .enrolment(number.value() + ",220100,EMPLOYEE,FLEXIBLE,1990-01-01,,")
                        .paid(
                                number,
                                CHANGCHUN,
                                last.minusMonths(SHORT_OF_TWO - 1).toString(),
                                last.toString())
                        .build(),
                "test",
                pool -> true);
        return new Retiring(
                number.value(), "虚构·断续", onRecord.find(number).orElseThrow().id(), CHANGCHUN, reached);
    }

    private void recorded(Retiring man, YearMonth month) {
        TreeMap<YearMonth, BigDecimal> months = new TreeMap<>();
        months.put(month, new BigDecimal("4000.00"));
        transaction.executeWithoutResult(
                status -> late.record(man.personId(), new RegionCode(man.pool()), months, TODAY));
    }

    /** As if the plan had begun five months ago. */
    private void fiveMonthsMissed(String number) {
        jdbc.sql("update yiban.contribution_plan set patient_since = ? where case_number = ?")
                .params(NOW.minusMonths(5).atDay(1), number)
                .update();
    }

    private void lookIsDue(String number) {
        management.executeJob(management
                .createJobQuery()
                .activityId("catch_planLookDue")
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number + "/plan")
                        .singleResult()
                        .getId())
                .singleResult()
                .getId());
    }

    private Answer decide(String number, Map<String, ?> body) {
        return api.post(
                "reviewcc",
                "/api/backpays/plan/tasks/" + steps.task(number + "/plan").getId() + "/decision",
                body);
    }

    private Answer end(String number, String why) {
        return api.post("clerkcc", "/api/backpays/" + number + "/plan/end", Map.of("why", why));
    }

    private JsonNode plan(String number) {
        return plan("reviewcc", number);
    }

    private JsonNode plan(String user, String number) {
        return api.get(user, "/api/backpays/" + number + "/plan").body();
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number + "/plan")
                .count();
    }
}
