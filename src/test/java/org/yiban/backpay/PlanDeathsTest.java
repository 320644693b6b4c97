package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.BackpaySteps.done;
import static org.yiban.backpay.PlanSteps.SHORT_OF_TWO;
import static org.yiban.backpay.PlanSteps.TODAY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** People who die while they pay month by month, wherever their plan stands; staff are told before the record is. */
@YibanTest
class PlanDeathsTest {

    @Autowired
    BackpaySteps steps;

    @Autowired
    PlanSteps plans;

    @Autowired
    AtRetirement people;

    @Autowired
    ApiClient api;

    @Test
    void aDeathThatStaffAreToldOfEndsAPlanThatWaitsForItsNextLook() {
        String number = plans.planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO));
        assertThat(steps.view(number).path("deathReportable").asBoolean()).isTrue();

        done(died(number));

        theirPlanHasEnded(number);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.task(number + "/death")).isNull();
        assertThat(steps.view(number).path("deathReportable").asBoolean()).isFalse();
        assertThat(died(number).status()).isEqualTo(409);
    }

    @Test
    void andOneThatWaitsForAReviewer() {
        String number = waitingForAReviewer(plans.paidUntilSevenMonthsAgo());

        done(died(number));

        theirPlanHasEnded(number);
        assertThat(steps.task(number + "/plan")).isNull();
    }

    @Test
    void soDoesADeathOnRecordWhereAPlanWaitsForAReviewer() {
        Retiring man = plans.paidUntilSevenMonthsAgo();
        String number = waitingForAReviewer(man);

        people.dies(man, TODAY);

        theirPlanHasEnded(number);
    }

    @Test
    void andOneBehindADecisionThatIsObjectedTo() {
        String number = plans.planned(people.inChangchun("FLEXIBLE", SHORT_OF_TWO));
        done(steps.object(number));

        done(died(number));

        theirPlanHasEnded(number);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("NOT_NEEDED");
    }

    private String waitingForAReviewer(Retiring man) {
        String number = plans.planned(man);
        plans.fiveMonthsMissed(number);
        plans.lookIsDue(number);
        assertThat(steps.task(number + "/plan")).isNotNull();
        return number;
    }

    private Answer died(String number) {
        return api.post(
                "clerkcc",
                "/api/backpays/" + number + "/death",
                Map.of("diedOn", TODAY.toString(), "source", "家属来电，死亡证明"));
    }

    private void theirPlanHasEnded(String number) {
        assertThat(plans.plan(number).path("endingTitle").asText()).isEqualTo("参保人死亡");
        assertThat(plans.running(number)).isZero();
    }
}
