package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.CONFIRM;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

@YibanTest
class TransferProcessTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void useTheEngine() {
        init(engine);
    }

    @Test
    void aTransferRunsFromApplicationToCompletionOnBothSides() {
        // given
        Applicant applicant = applicants.employedIn(JINING, YearMonth.of(2020, 1), YearMonth.of(2025, 12));

        // when registered
        String in = steps.registered(applicant);
        // then
        assertThat(instance(in)).isWaitingAt(TransferModel.ACCEPT_APPLICATION);
        assertThat(instance(in).getTenantId()).isEqualTo("371500");

        // when accepted
        assertThat(steps.accept(in, ACCEPTED).status()).isEqualTo(200);
        steps.messagesArrive();
        // then
        assertThat(instance(in)).isWaitingAt("gateway_answerAwaited");
        String out = steps.outCaseOf(in);
        assertThat(out).startsWith("ZC370800-");
        assertThat(instance(out)).isWaitingAt(TransferModel.PREPARE_INFORMATION_TABLE);
        assertThat(instance(out).getTenantId()).isEqualTo("370800");

        // when the other side confirms its table
        assertThat(steps.decideTable(out, CONFIRM).status()).isEqualTo(200);
        steps.messagesArrive();
        // then
        assertThat(instance(in)).isWaitingAt(TransferModel.VERIFY_INFORMATION_TABLE);
        JsonNode table = steps.view("reviewlc", in).path("informationTable");
        assertThat(table.path("paidMonths").asInt()).isEqualTo(72);

        // when verified
        steps.confirmTable(in);
        assertThat(instance(in)).isWaitingAt(TransferModel.APPROVE_TRANSFER);
        assertThat(steps.approve(in).status()).isEqualTo(200);
        steps.messagesArrive();
        // then
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(72).allSatisfy(month -> assertThat(month.paidIn())
                .isEqualTo(JINING));
        assertThat(people.months(applicant.id(), JINING)).isEmpty();
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.EMPLOYEE))
                .isPresent();
        assertThat(people.openEnrolment(applicant.id(), JINING, Scheme.EMPLOYEE))
                .isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(in)
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(out)
                        .count())
                .isZero();
    }

    @Test
    void aTransferInsideShandongIsDueOnTheNinthWorkingDayAfterAcceptance() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));

        // when
        Answer accepted = steps.accept(in, ACCEPTED);
        steps.messagesArrive();

        // then: 13, 14 (make-up Saturday), Spring Festival 15 to 23, 24 to 28 with make-up Saturday, 2, 3 March
        assertThat(accepted.text("dueOn")).isEqualTo("2026-03-03");
        assertThat(accepted.body().at("/decision/results/workingDays").asInt()).isEqualTo(9);
        assertThat(accepted.body().at("/decision/basis/0").asText()).isEqualTo("SD2021-54 art.(九)[2]");
        assertThat(accepted.body().at("/decision/citations/0/document").asText())
                .startsWith("鲁医保发〔2021〕54号");
        assertThat(accepted.body().at("/decision/citations/0/statement").asText())
                .contains("9个工作日");
        assertThat(accepted.body().path("provisional").asBoolean()).isFalse();
        String out = steps.outCaseOf(in);
        assertThat(steps.openTask(out).getDueDate()).isEqualTo("2026-03-03T23:59:59");
        assertThat(steps.view("reviewjn", out).path("dueOn").asText()).isEqualTo("2026-03-03");
        assertThat(steps.view("reviewjn", out).at("/decision/basis/0").asText()).isEqualTo("SD2021-54 art.(九)[2]");
    }

    @Test
    void theTimersRecordOnceThatTheDeadlineHasPassedAndTheCaseGoesOn() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        steps.accept(in, ACCEPTED);
        steps.messagesArrive();

        // when
        List<Job> timers = management
                .createJobQuery()
                .processInstanceId(instance(in).getId())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        assertThat(timers.get(1).getDuedate()).isEqualTo("2026-03-04T00:00:00");
        timers.forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(instance(in)).isWaitingAt("gateway_answerAwaited");
        JsonNode view = steps.view("superlc", in);
        assertThat(view.path("overdue").asBoolean()).isTrue();
        assertThat(view.path("history").findValuesAsText("step")).containsOnlyOnce("overdue");
    }

    @Test
    void anInformationTableThatComesEarlyIsHeldUntilTheCaseWaitsForIt() {
        // given a case that has not been accepted yet
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        steps.sendTable(in, applicant, "早到");

        // when it arrives
        steps.messagesArrive();
        // then nothing happens
        assertThat(instance(in)).isWaitingAt(TransferModel.ACCEPT_APPLICATION);
        assertThat(steps.view("clerklc", in).path("informationTable").isNull()).isTrue();

        // when the case has come to wait for it
        steps.accept(in, ACCEPTED);
        jdbc.sql("update yiban.inbox set next_attempt_at = now() where handled_at is null")
                .update();
        steps.messagesArrive();
        // then
        assertThat(instance(in)).isWaitingAt(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(steps.view("clerklc", in)
                        .path("informationTable")
                        .path("note")
                        .asText())
                .isEqualTo("早到");
    }

    @Test
    void whereTheDocumentsAreSilentASupervisorSetsTheDeadline() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        Map<String, Object> application = TransferSteps.application(applicant);
        application.put("appliedOn", "2021-11-01");
        String in = steps.register(application).text("caseNumber");

        // when
        Answer accepted = steps.accept(in, LocalDate.of(2021, 11, 30));
        // then
        assertThat(accepted.body().at("/decision/results/outcome").asText()).isEqualTo("REFER");
        assertThat(instance(in)).isWaitingAt("callActivity_seniorDecision");

        // when
        Answer decided = steps.seniorDecides(
                in,
                Map.of(
                        "outcome", "DECIDED",
                        "transferKind", "WITHIN_PROVINCE",
                        "transferNeeded", "true",
                        "workingDays", "15"));

        // then
        assertThat(decided.status()).as("%s", decided).isEqualTo(204);
        JsonNode set = steps.view("superlc", in);
        assertThat(set.path("dueOn").asText()).isEqualTo("2021-12-21");
        assertThat(set.at("/decision/basis/0").asText()).isEqualTo("AGENCY");
        assertThat(set.at("/decision/citations/0/id").asText()).isEqualTo("AGENCY");
        assertThat(set.at("/decision/ruleText").asText()).contains("参照现行办法", "本市经办规程");
        assertThat(instance(in)).isWaitingAt("gateway_answerAwaited");
    }

    @Test
    void whoAssessedACaseDoesNotApproveIt() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));
        jdbc.sql("insert into yiban.case_event (case_number, step, part, text, by_user, at) values (?, 'x',"
                        + " 'ASSESS', '-', 'approvelc', now())")
                .param(in)
                .update();

        // when
        Answer answer = steps.approve(in);

        // then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("登记或审核过");
        assertThat(instance(in)).isWaitingAt(TransferModel.APPROVE_TRANSFER);
    }

    private ProcessInstance instance(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
    }
}
