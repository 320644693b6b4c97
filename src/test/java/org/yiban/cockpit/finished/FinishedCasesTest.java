package org.yiban.cockpit.finished;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.ClockedSamples;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

@YibanTest
class FinishedCasesTest {

    @Autowired
    ClockedSamples samples;

    @Autowired
    ApiClient api;

    @Autowired
    Applicants applicants;

    @Autowired
    TaskService tasks;

    private RegionCode pool;
    private String supervisor;

    @BeforeEach
    void aPool() {
        pool = samples.newPool();
        supervisor = samples.staff(pool, Role.SUPERVISE);
    }

    @Test
    void closedCasesComeTheLastClosedFirstAndAPageAtATime() {
        // given
        String first = samples.withDaysLeft(pool, 5);
        String second = samples.withDaysLeft(pool, -1);
        String third = samples.notStarted(pool, CaseKind.TRANSFER_OUT);
        samples.withDaysLeft(pool, 5);
        List.of(first, second, third).forEach(samples::close);

        // when
        Answer page = finished("limit=2");
        Answer next = finished("limit=2&after=" + page.text("next"));

        // then
        assertThat(numbers(page)).containsExactly(third, second);
        assertThat(numbers(next)).containsExactly(first);
        assertThat(next.body().get("next").isNull()).isTrue();
        assertThat(next.at("/cases/0/met")).isEqualTo("true");
        assertThat(next.at("/cases/0/daysUsed")).isEqualTo("10");
        assertThat(next.at("/cases/0/outcome")).isEqualTo("转移完成");
        assertThat(page.at("/cases/1/clockState")).isEqualTo("MISSED");
        assertThat(page.at("/cases/0/met")).isEqualTo("null");
        assertThat(numbers(finished("key=transferIn"))).containsExactly(second, first);
        assertThat(numbers(finished("text=" + first))).containsExactly(first);
    }

    @Test
    void aPersonsCasesAreFoundByNameAndInABodyByIdentityNumber() {
        String number = samples.withDaysLeft(pool, 5);
        samples.close(number);
        String identity = samples.person().identityNumber();

        assertThat(numbers(search("text", identity))).containsExactly(number);
        assertThat(numbers(search("text", samples.person().name()))).containsExactly(number);
        assertThat(numbers(search("text", "虚构·查无此人"))).isEmpty();
        assertThat(search("text", identity.substring(0, 17) + "?").status()).isEqualTo(400);
        assertThat(finished("text=" + identity).violation("text")).contains("POST");
        assertThat(numbers(api.post(
                        samples.staff(samples.newPool(), Role.SUPERVISE),
                        "/api/sla/finished",
                        Map.of("text", identity))))
                .isEmpty();
    }

    @Test
    void whatIsWrongInAQuestionIsToldAtOnce() {
        Answer answer = finished("key=dance&limit=0&after=nothing");

        assertThat(answer.violation("key")).contains("transferIn");
        assertThat(answer.violation("limit")).isNotNull();
        assertThat(answer.violation("after")).isNotNull();
        assertThat(finished("after=ZR371500-1999-000001").violation("after")).isNotNull();
    }

    @Test
    void whereACaseWaitsAndWentIsToldByItsProcess() {
        // given
        Applicant applicant = applicants.employedIn(new RegionCode("370800"));
        String number = register(applicant);

        // when, then
        JsonNode waiting = api.get("superlc", "/api/sla/cases/" + number).body();
        assertThat(waiting.at("/activity").asText()).isEqualTo("userTask_acceptApplication");
        assertThat(waiting.at("/activityName").asText()).isEqualTo("受理转移申请");
        assertThat(waiting.at("/state").asText()).isEqualTo("NOT_STARTED");
        assertThat(waiting.at("/forecast").isNull()).isTrue();
        String instance = waiting.at("/processInstanceId").asText();
        assertThat(api.get("superlc", "/api/sla/process-instances/" + instance).text("caseNumber"))
                .isEqualTo(number);
        assertThat(api.get("superjn", "/api/sla/process-instances/" + instance).status())
                .isEqualTo(404);
        assertThat(api.get("superlc", "/api/sla/process-instances/none").status())
                .isEqualTo(404);
        assertThat(atAcceptance("superlc").get("open").asInt()).isPositive();
        assertThat(atAcceptance("superlc").get("openMedian").asInt()).isNotNegative();

        // given
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.setAssignee(task, "reviewlc");
        assertThat(api.get("superlc", "/api/sla/cases/" + number).text("assigneeName"))
                .isNotBlank();
        api.post(
                "reviewlc",
                "/api/transfers/tasks/" + task + "/acceptance",
                Map.of("decision", "REFUSE", "reason", "演示：不予受理", "basis", List.of("AGENCY")));

        // when
        JsonNode history =
                api.get("superlc", "/api/sla/finished/" + number + "/history").body();

        // then
        assertThat(history.get("activities").findValuesAsText("activityId"))
                .contains("start_applied", "userTask_acceptApplication", "end_refused");
        assertThat(history.get("events").findValuesAsText("step")).contains("notAccepted");
        assertThat(numbers(api.get("superlc", "/api/sla/finished?text=" + number)))
                .containsExactly(number);
        assertThat(api.get("superlc", "/api/sla/finished?text=" + number).at("/cases/0/processInstanceId"))
                .isEqualTo(instance);
        assertThat(atAcceptance("superlc").get("finished").asInt()).isPositive();
        assertThat(api.get("superjn", "/api/sla/finished/" + number + "/history")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void waitingIsToldOfProcessesThatThereAreAndOfOnesOwnPools() {
        String path = "/api/sla/process-definitions/";

        assertThat(api.get(supervisor, path + "transferIn/waiting").body().get("activities"))
                .isEmpty();
        assertThat(api.get(supervisor, path + "dance/waiting").status()).isEqualTo(404);
        assertThat(api.get(supervisor, path + "transferIn/waiting?version=99999")
                        .status())
                .isEqualTo(404);
        assertThat(api.get(supervisor, path + "transferIn/waiting?version=new").violation("version"))
                .isNotNull();
    }

    private JsonNode atAcceptance(String user) {
        JsonNode activities = api.get(user, "/api/sla/process-definitions/transferIn/waiting")
                .body()
                .get("activities");
        for (JsonNode activity : activities) {
            if (activity.get("activityId").asText().equals("userTask_acceptApplication")) {
                return activity;
            }
        }
        throw new AssertionError(activities.toString());
    }

    private String register(Applicant applicant) {
        Map<String, Object> application = new HashMap<>();
        application.put("identityNumber", applicant.identityNumber());
        application.put("name", applicant.name());
        application.put("identity", "EMPLOYER");
        application.put("fromRegion", "370800");
        application.put("toRegion", "371500");
        application.put("appliedOn", "2026-02-12");
        return api.post(
                        "clerklc",
                        "/api/transfers",
                        application,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("caseNumber");
    }

    private Answer finished(String query) {
        return api.get(supervisor, "/api/sla/finished?" + query);
    }

    private Answer search(String field, String value) {
        return api.post(supervisor, "/api/sla/finished", Map.of(field, value));
    }

    private static List<String> numbers(Answer answer) {
        return answer.body().get("cases").findValuesAsText("caseNumber");
    }
}
