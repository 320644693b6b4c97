package org.yiban.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.duplicate.DuplicateSteps.RETURN;
import static org.yiban.duplicate.DuplicateSteps.application;
import static org.yiban.duplicate.DuplicateSteps.done;
import static org.yiban.duplicate.EnrolledTwice.CHANGCHUN;
import static org.yiban.duplicate.EnrolledTwice.TIELING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.kernel.BusinessTime;
import org.yiban.partners.RegionSimulator;
import org.yiban.paths.PassedPaths;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;

/** What the other pool does when a decision is taken back that it followed: every path of {@code relationRestoration}. */
@YibanTest
class RelationRestorationTest {

    private static final Map<String, String> DECIDE_AGAIN = Map.of("decision", "DECIDE_AGAIN", "reason", "证明有误");
    private static final Map<String, String> RESTORE = Map.of("decision", "RESTORE", "reason", "对方已来函");

    @Autowired
    DuplicateSteps steps;

    @Autowired
    EnrolledTwice enrolled;

    @Autowired
    RegionSimulator regions;

    @Autowired
    PartnerDelivery delivery;

    @Autowired
    People people;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("duplicate/relation-restoration.bpmn", DuplicateModel.RELATION_RESTORATION)
                        .notPassed())
                .isEmpty();
    }

    @Test
    void anObjectionThatIsFollowedLetsTheOtherPoolRestoreTheSameRelation() {
        // given Changchun has ended its relation because Tieling asked for it
        Twice twice = enrolled.employeeInTwoPools();
        Enrolment before = open(twice, CHANGCHUN, Scheme.EMPLOYEE).get(0);
        String number = endedInChangchun(twice);
        String counterpart = steps.counterpartOf(number);

        // when
        done(steps.object(number), 200);
        done(steps.post("super", number, "objection", DECIDE_AGAIN), 200);
        steps.messagesArrive();
        // then
        String restoration = counterpart + "/restoration";
        assertThat(steps.step(restoration)).isEqualTo(DuplicateModel.CHECK_RESTORATION);
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).isEmpty();

        // when
        done(steps.post("review", restoration, "restoration", RESTORE), 200);
        assertThat(steps.post("review", restoration, "restoration-approval", DuplicateSteps.CONFIRM)
                        .status())
                .isEqualTo(403);
        done(steps.post("approve", restoration, "restoration-approval", RETURN), 200);
        done(steps.post("review", restoration, "restoration", RESTORE), 200);
        done(steps.post("approve", restoration, "restoration-approval", DuplicateSteps.CONFIRM), 200);
        steps.messagesArrive();
        // then
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).containsExactly(before);
        assertThat(steps.view(counterpart).path("notices").findValuesAsText("kind"))
                .contains("relationRestored");
        assertThat(steps.view(number).path("history").findValuesAsText("text")).contains("对方已恢复其参保关系：已恢复本地的参保关系");
    }

    @Test
    void anAgencyElsewhereIsToldByMessageThatTheDecisionWasTakenBack() {
        // given
        Twice twice = enrolled.employeeOfTieling();
        Map<String, Object> application = application(twice, TIELING);
        application.putAll(
                Map.of("otherPool", RegionSimulator.QINGDAO, "otherScheme", "EMPLOYEE", "otherFrom", "2020-01-01"));
        String number = steps.registered(application);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-06-30"), 200);
        done(steps.approve(number), 200);
        done(answer(number, "AGREED"), 200);

        // when
        done(steps.object(number), 200);
        done(steps.post("super", number, "objection", DECIDE_AGAIN), 200);
        delivery.deliverAll().join();

        // then
        assertThat(regions.received().stream()
                        .filter(message -> message.path("type").asText().equals("duplicate.ending-withdrawn"))
                        .map(message -> message.path("payload"))
                        .filter(payload ->
                                payload.path("identityNumber").asText().equals(twice.identityNumber())))
                .singleElement()
                .satisfies(
                        payload -> assertThat(payload.path("reason").asText()).isEqualTo("证明有误"));
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("endingWithdrawn");
    }

    @Test
    void whoDoesNotRestoreARelationSaysWhy() {
        Twice twice = enrolled.employeeInTwoPools();
        String number = endedInChangchun(twice);
        done(steps.object(number), 200);
        done(steps.post("super", number, "objection", DECIDE_AGAIN), 200);
        steps.messagesArrive();

        done(
                steps.post(
                        "review",
                        steps.counterpartOf(number) + "/restoration",
                        "restoration",
                        Map.of("decision", "KEEP", "reason", "本人已在本地另行参保")),
                200);
        steps.messagesArrive();

        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).isEmpty();
        assertThat(steps.view(number).path("history").findValuesAsText("text")).contains("对方没有恢复其参保关系：本人已在本地另行参保");
    }

    @Test
    void whatTheOtherPoolDoesAfterItsLetterSaidNoIsTakenBack() {
        // given Changchun ends its relation, and the message of it is on its way
        Twice twice = enrolled.employeeInTwoPools();
        String number = asked(twice);
        String counterpart = steps.counterpartOf(number);
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "AGREED", "reason", "已核实")), 200);
        done(steps.approve(counterpart), 200);
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).isEmpty();

        // when its letter says no, and the relation in Tieling is to end instead
        done(answer(number, "REFUSED"), 200);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "SECOND", "TERMINATE", "2025-12-31"), 200);
        steps.messagesArrive();

        // then
        assertThat(steps.view(number).path("answer").isMissingNode()
                        || steps.view(number).path("answer").isNull())
                .isTrue();
        assertThat(steps.view(number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("对方的答复来迟，不计：已处理"));
        assertThat(steps.step(counterpart + "/restoration")).isEqualTo(DuplicateModel.CHECK_RESTORATION);
    }

    @Test
    void aLetterThatSaysNoEndsTheOpenCaseOfTheOtherPool() {
        Twice twice = enrolled.employeeInTwoPools();
        String number = asked(twice);
        String counterpart = steps.counterpartOf(number);

        done(answer(number, "REFUSED"), 200);
        steps.messagesArrive();

        assertThat(steps.view(counterpart).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).hasSize(1);
    }

    /** Changchun is asked to end its relation. */
    private String asked(Twice twice) {
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-12-31"), 200);
        done(steps.approve(number), 200);
        steps.messagesArrive();
        return number;
    }

    private String endedInChangchun(Twice twice) {
        String number = asked(twice);
        String counterpart = steps.counterpartOf(number);
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "AGREED", "reason", "已核实")), 200);
        done(steps.approve(counterpart), 200);
        steps.messagesArrive();
        return number;
    }

    private Answer answer(String number, String decision) {
        String today = LocalDate.now(BusinessTime.ZONE).toString();
        return steps.post(
                "review", number, "answer", Map.of("decision", decision, "answeredOn", today, "text", "函〔2026〕1号"));
    }

    private List<Enrolment> open(Twice twice, String pool, Scheme scheme) {
        return people.openEnrolment(twice.personId(), new RegionCode(pool), scheme).stream()
                .toList();
    }

    @Test
    void whatIsWithdrawnNamesNobodyWhereItIsPrinted() {
        String number = "389900199001011239";
        assertThat(new DuplicateMessages.EndingWithdrawn(
                                number, "虚构·张三", Scheme.EMPLOYEE, Ending.TERMINATE, LocalDate.of(2026, 1, 5), "证明有误")
                        .toString())
                .doesNotContain(number, "张三");
    }
}
