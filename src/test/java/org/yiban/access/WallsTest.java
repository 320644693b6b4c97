package org.yiban.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;

@YibanTest
class WallsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    private String deployment;
    private String businessKey;
    private ProcessInstance instance;
    private Task task;

    @BeforeEach
    void aTaskInLiaocheng() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("access/walled-task.bpmn")
                .deploy()
                .getId();
        businessKey = "ZR" + UUID.randomUUID();
        instance = runtime.startProcessInstanceByKey("walledTask", businessKey, Map.of("pool", "371500"));
        task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        tasks.createComment(task.getId(), instance.getId(), "聊城的批注");
    }

    @AfterEach
    void nothingStays() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void anInstanceBelongsToThePoolItIsStartedFor() {
        assertThat(instance.getTenantId()).isEqualTo("371500");
        assertThat(task.getTenantId()).isEqualTo("371500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110000", "聊城"})
    void withoutAServedPoolNothingStarts(String pool) {
        assertThat(catchAny(() -> runtime.startProcessInstanceByKey("walledTask", Map.of("pool", pool))))
                .hasStackTraceContaining(BadUserRequestException.class.getName())
                .hasStackTraceContaining("统筹区");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?processInstanceBusinessKey={key}",
                "/task/count?processInstanceBusinessKey={key}",
                "/task?processInstanceBusinessKeyLike=%25{key}%25",
                "/process-instance?businessKey={key}",
                "/process-instance/count?businessKey={key}",
                "/execution?processInstanceId={instance}",
                "/variable-instance?processInstanceIdIn={instance}",
                "/history/process-instance?processInstanceBusinessKey={key}",
                "/history/process-instance/count?processInstanceBusinessKey={key}",
                "/history/task?processInstanceId={instance}",
                "/history/activity-instance?processInstanceId={instance}",
                "/history/variable-instance?processInstanceId={instance}",
                "/history/detail?processInstanceId={instance}",
                "/history/user-operation?processInstanceId={instance}",
                "/history/identity-link-log?taskId={task}",
                "/event-subscription?processInstanceId={instance}",
                "/job?processInstanceId={instance}",
                "/incident?processInstanceId={instance}",
                "/external-task?processInstanceId={instance}"
            })
    void listsAndCountsOfAnotherPoolAreEmpty(String path) {
        assertThat(bare(ask("superjn", "cockpit", path).body())).isIn("[]", "{\"count\":0}");
        assertThat(bare(ask("clerkjn", "tasklist", path).body())).isIn("[]", "{\"count\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}",
                "/task/{task}/form",
                "/task/{task}/form-variables",
                "/task/{task}/variables",
                "/task/{task}/identity-links",
                "/task/{task}/comment",
                "/task/{task}/attachment",
                "/task/{task}/deployed-form",
                "/process-instance/{instance}",
                "/process-instance/{instance}/variables",
                "/process-instance/{instance}/activity-instances",
                "/process-instance/{instance}/comment",
                "/execution/{instance}",
                "/execution/{instance}/localVariables",
                "/history/process-instance/{instance}"
            })
    void whoKnowsAnIdOfAnotherPoolStillSeesNothing(String path) {
        for (String user : new String[] {"clerkjn", "superjn"}) {
            HttpResponse<String> answer = ask(user, "tasklist", path);
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain("聊城的批注").doesNotContain(businessKey);
        }
    }

    @ParameterizedTest
    @CsvSource({"superlc, 1", "superjn, 0"})
    void figuresAndReportsCountTheOwnPoolOnly(String user, int expected) throws Exception {
        // when
        JsonNode definitions = json(ask(user, "cockpit", "/process-definition/statistics"));
        JsonNode activities = json(ask(user, "cockpit", "/process-definition/{definition}/statistics"));
        JsonNode groups = json(ask(user, "cockpit", "/task/report/candidate-group-count"));

        // then
        int instances = 0;
        for (JsonNode definition : definitions) {
            if (definition.path("id").asText().equals(instance.getProcessDefinitionId())) {
                instances += definition.path("instances").asInt();
            }
        }
        assertThat(instances).isEqualTo(expected);
        assertThat(activities).hasSize(expected);
        assertThat(groups.findValuesAsText("groupName").contains("review371500"))
                .isEqualTo(expected == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history/process-definition/{definition}/statistics",
                "/history/process-definition/cleanable-process-instance-report",
                "/history/process-definition/cleanable-process-instance-report/count",
                "/metrics/activity-instance-start/sum"
            })
    void figuresThatTheEngineCountsAcrossPoolsAreForTheAdministratorAlone(String path) {
        assertThat(ask("superjn", "cockpit", path).statusCode()).isEqualTo(403);
        assertThat(ask("admin", "cockpit", path).statusCode()).isEqualTo(200);
    }

    @Test
    void cockpitsOwnQueriesKeepToThePool() {
        String body = "{\"processDefinitionId\":\"" + instance.getProcessDefinitionId() + "\"}";
        for (String user : new String[] {"superjn", "superlc"}) {
            HttpResponse<String> answer = WebLogin.as(user, "cockpit", port)
                    .send("POST", "/camunda/api/cockpit/plugin/base/default/process-instance/count", body);
            assertThat(bare(answer.body())).isEqualTo("{\"count\":" + (user.endsWith("lc") ? 1 : 0) + "}");
        }
    }

    @Test
    void thePoolsOwnPeopleSeeIt() {
        assertThat(bare(ask("reviewlc", "tasklist", "/task/count?processInstanceBusinessKey={key}")
                        .body()))
                .isEqualTo("{\"count\":1}");
        assertThat(ask("reviewlc", "tasklist", "/task/{task}/comment").body()).contains("聊城的批注");
        assertThat(bare(ask("superlc", "cockpit", "/history/process-instance/count?processInstanceBusinessKey={key}")
                        .body()))
                .isEqualTo("{\"count\":1}");
    }

    @Test
    void onlyACandidateCompletesATask() {
        for (String user : new String[] {"clerklc", "superlc", "admin"}) {
            as(user);
            assertThat(catchAny(() -> tasks.complete(task.getId())))
                    .as(user)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("候选办理人");
        }
        as("reviewlc");
        tasks.complete(task.getId());
        identities.clearAuthentication();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    void aTaskThatSomebodyHasIsWorkedByNobodyElse() {
        // given
        tasks.setAssignee(task.getId(), "approvelc");

        // when
        as("reviewlc");

        // then
        assertThat(catchAny(() -> tasks.complete(task.getId())))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("由他人办理");
    }

    @Test
    void onlyASupervisorOfThePoolGivesATaskToSomebody() {
        for (String user : new String[] {"reviewlc", "superjn", "admin"}) {
            as(user);
            assertThat(catchAny(() -> tasks.setAssignee(task.getId(), "reviewlc")))
                    .as(user)
                    .isNotNull();
        }
        as("superlc");
        tasks.setAssignee(task.getId(), "reviewlc");
    }

    @Test
    void noAuthorizationRowIsWrittenForATask() {
        // given
        long before = authorizations.createAuthorizationQuery().count();

        // when
        as("reviewlc");
        tasks.claim(task.getId(), "reviewlc");
        identities.clearAuthentication();
        tasks.addCandidateUser(task.getId(), "approvelc");

        // then
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    private void as(String user) {
        identities.clearAuthentication();
        identities.setAuthentication(
                user,
                identities.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .toList(),
                identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(tenant -> tenant.getId())
                        .toList());
    }

    private HttpResponse<String> ask(String user, String application, String path) {
        return WebLogin.as(user, application, port)
                .get(ENGINE
                        + path.replace("{definition}", instance.getProcessDefinitionId())
                                .replace("{key}", businessKey)
                                .replace("{task}", task.getId())
                                .replace("{instance}", instance.getId()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String bare(String json) {
        return json.replaceAll("\\s", "");
    }

    private static Throwable catchAny(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowable(call);
    }
}
