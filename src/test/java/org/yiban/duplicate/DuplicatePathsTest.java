package org.yiban.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.yiban.duplicate.DuplicateSteps.RETURN;
import static org.yiban.duplicate.DuplicateSteps.application;
import static org.yiban.duplicate.DuplicateSteps.correction;
import static org.yiban.duplicate.DuplicateSteps.done;
import static org.yiban.duplicate.EnrolledTwice.CHANGCHUN;
import static org.yiban.duplicate.EnrolledTwice.TIELING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.paths.PassedPaths;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.person.Suspension;
import org.yiban.person.Suspensions;
import org.yiban.region.RegionCode;
import org.yiban.sla.Clock;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.support.ApiClient.Answer;

/** Every path of {@code duplicateEnrolment}, on the real tables and database. */
@YibanTest
class DuplicatePathsTest {

    @Autowired
    DuplicateSteps steps;

    @Autowired
    EnrolledTwice enrolled;

    @Autowired
    People people;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Clocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("duplicate/duplicate-enrolment.bpmn", "duplicateEnrolment")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void afterAYearInTheEmployeeSchemeTheResidentRelationEndsWithAnotherPersonsApproval() {
        // given
        Twice twice = enrolled.inBothSchemes();
        String number = steps.registered(twice, CHANGCHUN);
        done(steps.confirmFacts(number), 200);
        // then
        assertThat(steps.view(number).at("/decision/results/keep").asText()).isEqualTo("EMPLOYEE_RELATION");
        assertThat(steps.view(number).at("/decision/basis/0").asText()).isEqualTo("JL2022-19 art.25(1)[b]");

        // when
        done(steps.settle(number, employee(number), null, "2026-01-15"), 200);
        done(steps.approve(number), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(open(twice, CHANGCHUN, Scheme.RESIDENT)).isEmpty();
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).isNotEmpty();
        assertThat(steps.view(number).at("/notices/0/body").asText())
                .contains("终止吉林省长春市居民医保关系", "最后一日为 2026-01-15", "书面提出异议", "吉林省");
        assertThat(running(number)).isZero();
    }

    @Test
    void whatIsCorrectedSaysInWordsWhatStoodThereBefore() {
        // given
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);
        List<Map<String, String>> corrections = new ArrayList<>();
        steps.view(number).path("openFacts").forEach(fact -> corrections.add(correction(fact.asText(), "false")));
        corrections.add(correction("flexibleWork", "true"));

        // when
        done(steps.confirmFacts(number, Map.of("corrections", corrections)), 200);

        // then
        assertThat(steps.view(number).path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("（原为 否；"));
    }

    @Test
    void acrossPoolsBenefitsStandStillUntilTheOtherPoolHasEndedItsRelationAndAreThenRestored() {
        // given
        Twice twice = enrolled.employeeInTwoPools();
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);
        // then benefits of Tieling stand still
        assertThat(suspensions.of(twice.personId()))
                .extracting(Suspension::from, Suspension::open)
                .containsExactly(tuple(LocalDate.of(2026, 1, 15), true));
        assertThat(steps.view(number).at("/notices/0/kind").asText()).isEqualTo("benefitsSuspended");

        // when Tieling keeps its relation and Changchun's staff end theirs, two of them
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-12-31"), 200);
        done(steps.approve(number), 200);
        steps.messagesArrive();
        String counterpart = steps.counterpartOf(number);
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "AGREED", "reason", "已核实")), 200);
        done(steps.post("approve", counterpart, "approval", RETURN), 200);
        // then
        assertThat(steps.step(counterpart)).isEqualTo(DuplicateModel.ANSWER_COUNTERPART);

        // when
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "AGREED", "reason", "已核实")), 200);
        done(steps.approve(counterpart), 200);
        steps.messagesArrive();
        // then
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).isEmpty();
        assertThat(steps.view(counterpart).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/answer/agreed").asBoolean()).isTrue();
        assertThat(suspensions.of(twice.personId())).allMatch(suspension -> !suspension.open());
        String letter =
                steps.view(number).path("notices").findValuesAsText("body").get(2);
        assertThat(letter).contains("暂停期间的待遇补付", "另行申请退费", "铁岭");
        assertThat(steps.view(number).at("/doublePayments/0/from").asText()).isEqualTo("2025-07");
    }

    @Test
    void aRequestThatIsWithdrawnBeforeAnythingWasDoneEndsTheCaseOfTheOtherPool() {
        // given Changchun has said by letter that it is done, and its own case still waits for an approver
        Twice twice = enrolled.employeeInTwoPools();
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-12-31"), 200);
        done(steps.approve(number), 200);
        steps.messagesArrive();
        String counterpart = steps.counterpartOf(number);
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "AGREED", "reason", "已核实")), 200);
        done(answer(number, "AGREED"), 200);

        // when
        done(steps.object(number), 200);
        done(steps.post("super", number, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明有误")), 200);
        steps.messagesArrive();

        // then
        assertThat(steps.view(counterpart).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(steps.view(counterpart).path("outcome").asText()).isEqualTo("对方撤销了请求，本地的参保关系不作处理：证明有误");
        assertThat(running(counterpart)).isZero();
        assertThat(open(twice, CHANGCHUN, Scheme.EMPLOYEE)).hasSize(1);
    }

    @Test
    void aPoolThatDoesNotEndItsRelationSendsTheCaseBackWithItsReason() {
        // given
        Twice twice = enrolled.employeeInTwoPools();
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-12-31"), 200);
        done(steps.approve(number), 200);
        steps.messagesArrive();
        String counterpart = steps.counterpartOf(number);

        // when
        done(steps.post("review", counterpart, "counterpart", Map.of("decision", "REFUSED", "reason", "单位仍在缴费")), 200);
        steps.messagesArrive();

        // then
        assertThat(steps.view(counterpart).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
        assertThat(steps.view(number).at("/answer/text").asText()).isEqualTo("单位仍在缴费");

        // when it turns out to be none, benefits are paid again
        done(steps.post("review", number, "facts", Map.of("decision", "NOT_DUPLICATE", "reason", "对方关系即将终止")), 200);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("NOT_NEEDED");
        assertThat(suspensions.of(twice.personId())).allMatch(suspension -> !suspension.open());
    }

    @Test
    void thePersonsWrittenChoiceIsFollowedWhereTheDocumentSaysSo() {
        // given
        Twice twice = enrolled.employeeInTwoPools();
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);

        // when the person is asked, says nothing, is asked again and chooses
        done(steps.post("review", number, "settlement", Map.of("decision", "ASK_PERSON", "question", "请于一周内答复")), 200);
        assertThat(clocks.require(new CaseNumber(number)).clock().pause())
                .get()
                .extracting(Clock.Pause::reason)
                .isEqualTo(PauseReason.CHOICE_TO_MAKE);
        done(steps.post("clerk", number, "choice", Map.of("decision", "NOT_RECEIVED", "note", "电话无人接听")), 200);
        done(steps.post("review", number, "settlement", Map.of("decision", "ASK_PERSON", "question", "请于一周内答复")), 200);
        done(
                steps.post(
                        "clerk",
                        number,
                        "choice",
                        Map.of("decision", "RECEIVED", "keep", "SECOND", "statedOn", "2026-01-20", "note", "书面申请")),
                200);
        // then
        assertThat(steps.view(number).at("/decision/results/keep").asText()).isEqualTo("APPLICANT_CHOICE");
        assertThat(steps.settle(number, "FIRST", "TERMINATE", "2026-01-15").violation("kept"))
                .contains("本人书面选择保留的是吉林省长春市");

        // when
        done(steps.settle(number, "SECOND", "TERMINATE", "2026-01-15"), 200);
        done(steps.approve(number), 200);
        // then
        assertThat(open(twice, TIELING, Scheme.EMPLOYEE)).isEmpty();
        assertThat(steps.view(number).path("notices").findValuesAsText("body").get(3))
                .contains("不再由本地支付");
    }

    @Test
    void whatTheDocumentsLeaveOpenASeniorDecidesWhileBenefitsStandStill() {
        // given
        Twice twice = enrolled.residentAndEmployeeForEightMonths();
        String number = steps.registered(twice, TIELING);
        done(steps.confirmFacts(number), 200);
        // then
        assertThat(steps.view(number).at("/decision/results/outcome").asText()).isEqualTo("REFER");
        assertThat(suspensions.of(twice.personId())).hasSize(1);

        // when
        done(
                steps.seniorDecides(
                        number, Map.of("outcome", "DECIDED", "keep", "EMPLOYEE_RELATION", "other", "SUSPEND")),
                204);
        done(steps.settle(number, "SECOND", null, "2026-01-16"), 200);
        done(steps.approve(number), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(open(twice, TIELING, Scheme.RESIDENT)).isNotEmpty();
        assertThat(suspensions.of(twice.personId()))
                .filteredOn(Suspension::open)
                .extracting(Suspension::from)
                .containsExactly(LocalDate.of(2026, 1, 16));
    }

    @Test
    void reviewersAndApproversSendBackWhatIsNotClear() {
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);
        done(steps.confirmFacts(number), 200);

        done(steps.post("review", number, "settlement", RETURN), 200);
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);

        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, employee(number), "TERMINATE", "2026-01-15"), 200);
        done(steps.post("approve", number, "approval", RETURN), 200);
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
    }

    @Test
    void theAnswerOfAPoolElsewhereComesByLetterAndIsWrittenDown() {
        // given the other relation is on no record here
        Twice twice = enrolled.employeeOfTieling();
        Map<String, Object> application = application(twice, TIELING);
        application.putAll(Map.of("otherPool", "370100", "otherScheme", "EMPLOYEE", "otherFrom", "2020-01-01"));
        String number = steps.registered(application);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-06-30"), 200);
        done(steps.approve(number), 200);
        // then
        assertThat(steps.view(number).path("notices").findValuesAsText("kind")).contains("endingAsked");

        // when the other agency first refuses, then agrees
        done(answer(number, "REFUSED"), 200);
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, "FIRST", "TERMINATE", "2025-06-30"), 200);
        done(steps.approve(number), 200);
        done(answer(number, "AGREED"), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(open(twice, TIELING, Scheme.EMPLOYEE)).isNotEmpty();
    }

    @Test
    void anObjectionThatIsUpheldLeavesEverythingAsItWas() {
        String number = settled(enrolled.inBothSchemes());
        done(steps.object(number), 200);

        done(steps.post("super", number, "objection", Map.of("decision", "UPHOLD", "reason", "登记无误")), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/notices/1/title").asText()).isEqualTo("异议复核告知书");
    }

    @Test
    void anObjectionThatIsFollowedRestoresTheRelationAndTheCaseIsDecidedAgain() {
        // given
        Twice twice = enrolled.inBothSchemes();
        Enrolment before = open(twice, CHANGCHUN, Scheme.RESIDENT).get(0);
        String number = settled(twice);
        done(steps.object(number), 200);

        // when
        done(steps.post("super", number, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明有误")), 200);

        // then
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
        assertThat(open(twice, CHANGCHUN, Scheme.RESIDENT)).singleElement().isEqualTo(before);
        assertThat(steps.view(number).path("proposal").isNull()).isTrue();
    }

    @Test
    void timersOfTheTargetTellSupervisorsAndTheCaseGoesOn() {
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);

        management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));

        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
    }

    private String settled(Twice twice) {
        String number = steps.registered(twice, CHANGCHUN);
        done(steps.confirmFacts(number), 200);
        done(steps.settle(number, employee(number), "TERMINATE", "2026-01-15"), 200);
        done(steps.approve(number), 200);
        return number;
    }

    /** Which of the two relations is that of the employee scheme. */
    private String employee(String number) {
        return steps.view(number).at("/relations/0/scheme").asText().equals("EMPLOYEE") ? "FIRST" : "SECOND";
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

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}
