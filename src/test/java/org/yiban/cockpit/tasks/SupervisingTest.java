package org.yiban.cockpit.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.paths.PassedPaths;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.transfer.TransferSteps;

@YibanTest
class SupervisingTest {

    private static final RegionCode JINING = new RegionCode("370800");
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 2, 12);

    private static String untouched;

    @Autowired
    ApiClient api;

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("supervision/deadline-supervision.bpmn", "deadlineSupervision")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void aSupervisorSeesWithWhomACaseIsAndGivesItToSomebodyOfTheRole() {
        // given
        String number = steps.registered(applicants.employedIn(JINING));
        JsonNode task = api.get("superlc", path(number)).body().path(0);
        assertThat(task.path("withWhom").asText()).isEqualTo("待认领（审核员）");
        assertThat(task.at("/candidates/0/id").asText()).isEqualTo("reviewlc");

        // when
        Answer given = api.put(
                "superlc",
                "/api/sla/tasks/" + task.path("id").asText() + "/assignee",
                Map.of("assignee", "reviewlc", "reason", "熟悉此类业务"));

        // then
        assertThat(given.status()).isEqualTo(204);
        assertThat(steps.openTask(number).getAssignee()).isEqualTo("reviewlc");
        assertThat(historyOf(number)).last().asString().contains("受理转移申请", "reviewlc", "熟悉此类业务");

        // when it is put back
        Answer back = api.put(
                "superlc",
                "/api/sla/tasks/" + task.path("id").asText() + "/assignee",
                "{\"assignee\": null, \"reason\": \"休假\"}");
        // then
        assertThat(back.status()).isEqualTo(204);
        assertThat(steps.openTask(number).getAssignee()).isNull();
    }

    @Test
    void aSupervisorSaysHowUrgentATaskIs() {
        // given
        String number = steps.registered(applicants.employedIn(JINING));

        // when
        Answer answer = api.put(
                "superlc",
                "/api/sla/tasks/" + steps.openTask(number).getId() + "/priority",
                Map.of("priority", 80, "reason", "临近期限"));

        // then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(steps.openTask(number).getPriority()).isEqualTo(80);
        assertThat(historyOf(number)).last().asString().contains("由 50 改为 80", "临近期限");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            superlc  | assignee | {"assignee": "reviewlc"}                   | 400 | reason
            superlc  | assignee | {"reason": "x"}                            | 400 | assignee
            superlc  | assignee | {"assignee": 7, "reason": "x"}             | 400 | assignee
            superlc  | assignee | {"assignee": "clerklc", "reason": "x"}     | 400 | assignee
            superlc  | assignee | {"assignee": "reviewjn", "reason": "x"}    | 400 | assignee
            superlc  | assignee | {"assignee": "nobody", "reason": "x"}      | 400 | assignee
            superlc  | assignee | {"assignee": null, "reason": "x"}          | 409 | assignee
            superlc  | priority | {"priority": 101, "reason": "x"}           | 400 | priority
            superlc  | priority | {"priority": -1, "reason": "x"}            | 400 | priority
            superlc  | priority | {"priority": "80", "reason": "x"}          | 400 | priority
            superlc  | priority | {"reason": "x"}                            | 400 | priority
            superlc  | priority | {"priority": 50, "reason": "x"}            | 409 | priority
            reviewlc | assignee | {"assignee": "reviewlc", "reason": "x"}    | 403 | pool
            reviewlc | priority | {"priority": 80, "reason": "x"}            | 403 | pool
            superjn  | assignee | {"assignee": "reviewjn", "reason": "x"}    | 404 | taskId
            superjn  | priority | {"priority": 80, "reason": "x"}            | 404 | taskId
            """)
    void whatIsWrongIsRefusedAndChangesNothing(String user, String what, String body, int status, String field) {
        // given
        Task before = steps.openTask(untouched());

        // when
        Answer answer = api.put(user, "/api/sla/tasks/" + before.getId() + "/" + what, body);

        // then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.violation(field)).as(answer.toString()).isNotBlank();
        assertThat(steps.openTask(untouched()).getAssignee()).isNull();
        assertThat(steps.openTask(untouched()).getPriority()).isEqualTo(50);
    }

    @Test
    void theTasksOfAnotherPoolsCaseAreToldToNobody() {
        String number = steps.registered(applicants.employedIn(JINING));

        assertThat(api.get("superjn", path(number)).status()).isEqualTo(404);
        assertThat(api.get("reviewlc", path(number)).body().at("/0/candidates")).isEmpty();
    }

    @Test
    void cardsTellTheClockOfTheTasksThatOneMaySeeAndHaveOne() {
        // given
        String started = overdue();
        String out = steps.outCaseOf(started);
        String notStarted = steps.registered(applicants.employedIn(JINING));
        String query = "/api/sla/task-cards?taskId=" + steps.openTask(out).getId() + "&taskId="
                + steps.openTask(notStarted).getId() + "&taskId=none";

        // when
        JsonNode cards = api.get("reviewjn", query).body();

        // then
        assertThat(cards).hasSize(1);
        assertThat(cards.at("/0/caseNumber").asText()).isEqualTo(out);
        assertThat(cards.at("/0/state").asText()).isEqualTo("OVERDUE");
        assertThat(cards.at("/0/dueOn").asText()).isEqualTo("2026-03-03");
        assertThat(cards.at("/0/daysLeft").asInt()).isNegative();
        assertThat(api.get("reviewlc", query).body()).isEmpty();
        assertThat(api.get("reviewlc", "/api/sla/task-cards" + "?taskId=x" + "&taskId=x".repeat(100))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSupervisorWritesWhatWasDoneAndTheCaseGoesOn() {
        // given
        String number = overdue();
        ringTimers(number);
        Task supervision = supervision(number);
        JsonNode view = api.get("superlc", "/api/sla/supervisions/by-task/" + supervision.getId())
                .body();
        assertThat(view.path("stateTitle").asText()).isEqualTo("逾期");
        assertThat(view.path("left").asText()).startsWith("已逾期");
        assertThat(view.path("standsAt").asText()).isEqualTo("等待转出地答复");
        assertThat(notice("superlc", number).path("settled").asBoolean()).isFalse();

        // when
        String path = "/api/sla/supervisions/tasks/" + supervision.getId();
        assertThat(api.post("superlc", path, Map.of("done", " ")).status()).isEqualTo(400);
        assertThat(api.post("reviewlc", path, Map.of("done", "x")).status()).isEqualTo(403);
        assertThat(api.post("superjn", path, Map.of("done", "x")).status()).isEqualTo(404);
        Answer settled = api.post("superlc", path, Map.of("done", "已电话催办转出地"));

        // then
        assertThat(settled.status()).isEqualTo(204);
        assertThat(historyOf(number)).last().asString().startsWith("督办：已电话催办转出地；没有办结的，");
        assertThat(notice("superlc", number).path("settled").asBoolean()).isTrue();
        assertThat(notice("superlc", number).path("settlement").asText()).isEqualTo("已电话催办转出地");
        assertThat(notice("superjn", number).isMissingNode()).isTrue();
        assertThat(steps.view("clerklc", number).path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void aCaseThatNobodyAnswersComesBackToTheSupervisorsUntilItIsClosed() {
        // given
        String number = overdue();
        ringTimers(number);
        String path = "/api/sla/supervisions/tasks/" + supervision(number).getId();
        LocalDate tomorrow = time.today().plusDays(1);

        // when
        for (LocalDate wrong : List.of(time.today(), time.today().plusYears(1))) {
            Answer refused = api.post("superlc", path, Map.of("done", "催办", "lookAgainOn", wrong.toString()));
            assertThat(refused.violation("lookAgainOn")).as(refused.toString()).isNotBlank();
        }
        assertThat(api.post("superlc", path, Map.of("done", "催办", "lookAgainOn", tomorrow.toString()))
                        .status())
                .isEqualTo(204);
        // then
        assertThat(supervision(number)).isNull();
        Job nextLook = nextLook(number);
        assertThat(nextLook.getDuedate().toInstant())
                .isEqualTo(tomorrow.atStartOfDay(BusinessTime.ZONE).toInstant());

        // when
        management.executeJob(nextLook.getId());
        // then
        assertThat(supervision(number)).isNotNull();
        assertThat(nextLook(number)).isNull();

        // when
        assertThat(steps.withdraw(number, "不转了").status()).isEqualTo(200);
        // then
        assertThat(supervision(number)).isNull();
    }

    @Test
    void aCaseWhoseClockSomebodyPausedIsNotForgotten() {
        // given
        String number = steps.registered(applicants.employedIn(JINING));
        assertThat(steps.accept(number, time.today()).status()).isEqualTo(200);

        // when
        Answer paused = api.post(
                "superlc", "/api/sla/cases/" + number + "/pauses", Map.of("reason", "OTHER_REGION", "note", "等对方来函"));
        // then
        assertThat(paused.status()).as(paused.toString()).isLessThan(300);
        management.executeJob(nextLook(number).getId());
        assertThat(supervision(number).getName()).isEqualTo("督办：时限暂停的案件");

        // when
        Answer resumed = api.post("superlc", "/api/sla/cases/" + number + "/resumptions", Map.of());
        // then
        assertThat(resumed.status()).as(resumed.toString()).isLessThan(300);
        assertThat(supervision(number)).isNull();
    }

    private Task supervision(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number + "/supervision")
                .singleResult();
    }

    private Job nextLook(String number) {
        return management.createJobQuery().activityId("catch_nextLook").timers().list().stream()
                .filter(job -> job.getProcessInstanceId().equals(instance(number + "/supervision")))
                .findAny()
                .orElse(null);
    }

    private String instance(String businessKey) {
        return jdbc.sql("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(businessKey)
                .query(String.class)
                .single();
    }

    /** One case for all that is refused. */
    private String untouched() {
        if (untouched == null) {
            untouched = steps.registered(applicants.employedIn(JINING));
        }
        return untouched;
    }

    private String overdue() {
        String number = steps.registered(applicants.employedIn(JINING));
        assertThat(steps.accept(number, LONG_AGO).status()).isEqualTo(200);
        steps.messagesArrive();
        return number;
    }

    private void ringTimers(String number) {
        management
                .createJobQuery()
                .processInstanceId(instance(number))
                .timers()
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    private JsonNode notice(String user, String number) {
        for (JsonNode notice : api.get(user, "/api/sla/notices?limit=200").body()) {
            if (notice.path("caseNumber").asText().equals(number)) {
                return notice;
            }
        }
        return MissingNode.getInstance();
    }

    private static String path(String number) {
        return "/api/sla/cases/" + number + "/tasks";
    }

    private List<String> historyOf(String number) {
        return jdbc.sql("select text from yiban.case_event where case_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }
}
