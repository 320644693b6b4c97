package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;
import org.yiban.access.WebLogin;

@YibanTest
class EngineApiGuardTest {

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
    FilterService filters;

    @Autowired
    IdentityService identities;

    private String deployment;
    private String definition;
    private String instance;
    private String task;

    @BeforeEach
    void aTaskForReviewersInLiaocheng() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("access/walled-task.bpmn")
                .deploy()
                .getId();
        definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        instance = runtime.startProcessInstanceByKey(
                        "walledTask", UUID.randomUUID().toString(), Map.of("pool", "371500"))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void nothingStays() {
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /task/{task}/complete                         | {}",
                "POST   | /task/{task}/submit-form                      | {}",
                "POST   | /task/{task}/resolve                          | {}",
                "POST   | /task/{task}/bpmnError                        | {\"errorCode\":\"x\"}",
                "POST   | /task/{task}/bpmnEscalation                   | {\"escalationCode\":\"x\"}",
                "POST   | /task/{task}/delegate                         | {\"userId\":\"reviewlc\"}",
                "POST   | /task/{task}/variables                        | {\"modifications\":{}}",
                "PUT    | /task/{task}/variables/decided                | {\"value\":true}",
                "POST   | /task/{task}/localVariables                   | {\"modifications\":{}}",
                "DELETE | /task/{task}/variables/pool                   |",
                "PUT    | /task/{task}                                  | {\"name\":\"x\"}",
                "DELETE | /task/{task}                                  |",
                "POST   | /task/{task}/comment/create                   | {\"message\":\"x\"}",
                "POST   | /task/create                                  | {\"name\":\"x\"}",
                "PUT    | /process-instance/{instance}/variables/pool   | {\"value\":\"370800\",\"type\":\"String\"}",
                "POST   | /process-instance/{instance}/modification     | {}",
                "PUT    | /process-instance/{instance}/suspended        | {\"suspended\":true}",
                "DELETE | /process-instance/{instance}                  |",
                "POST   | /process-instance/delete                      | {\"processInstanceIds\":[\"x\"]}",
                "POST   | /execution/{instance}/signal                  | {}",
                "PUT    | /execution/{instance}/localVariables/pool     | {\"value\":\"370800\",\"type\":\"String\"}",
                "POST   | /process-definition/{definition}/start        | {}",
                "POST   | /process-definition/key/walledTask/start      | {}",
                "POST   | /process-definition/{definition}/submit-form  | {}",
                "DELETE | /process-definition/{definition}              |",
                "POST   | /message                                      | {\"messageName\":\"x\"}",
                "POST   | /signal                                       | {\"name\":\"x\"}",
                "POST   | /condition                                    | {}",
                "PUT    | /job/x/duedate                                | {}",
                "POST   | /job/x/execute                                | {}",
                "POST   | /migration/execute                            | {}",
                "POST   | /modification/execute                         | {}",
                "POST   | /decision-definition/key/x/evaluate           | {}",
                "POST   | /external-task/fetchAndLock                   | {}",
                "POST   | /history/process-instance/delete              | {}",
                "POST   | /history/cleanup                              |",
                "POST   | /identity/verify                              | {\"username\":\"admin\",\"password\":\"demo\"}",
                "POST   | /telemetry/configuration                      | {\"enableTelemetry\":true}",
                "POST   | /deployment/create                            |",
                "POST   | /deployment/{deployment}/redeploy             | {}",
                "DELETE | /deployment/{deployment}                      |",
                "GET    | /optimize/task-instance/completed             |",
                "GET    | /case-instance                                |",
                "GET    | /telemetry/data                               |",
            })
    void whatIsNotNamedIsShutForEveryone(String method, String path, String body) {
        for (String user : List.of("reviewlc", "admin")) {
            // when
            HttpResponse<String> answer = WebLogin.as(user, "tasklist", port).send(method, ENGINE + fill(path), body);

            // then
            assertThat(answer.statusCode()).as(user + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("urn:yiban:problem:forbidden").contains("\"message\"");
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
        assertThat(runtime.getVariable(instance, "pool")).isEqualTo("371500");
    }

    @Test
    void aModelSentAsAFormIsRefused() {
        // when
        HttpResponse<String> answer = WebLogin.as("admin", "cockpit", port)
                .send(
                        "POST",
                        ENGINE + "/deployment/create",
                        "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x.bpmn\"\r\n\r\n<x/>\r\n--b--\r\n",
                        "multipart/form-data; boundary=b");

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aCandidateClaimsAndGivesBack() {
        // given
        WebLogin reviewer = WebLogin.as("reviewlc", "tasklist", port);

        // when
        int claimed = reviewer.send("POST", ENGINE + fill("/task/{task}/claim"), "{\"userId\":\"reviewlc\"}")
                .statusCode();
        String assignee = tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
        int givenBack = reviewer.send("POST", ENGINE + fill("/task/{task}/unclaim"), null)
                .statusCode();

        // then
        assertThat(List.of(claimed, givenBack)).containsExactly(204, 204);
        assertThat(assignee).isEqualTo("reviewlc");
    }

    @Test
    void nobodyClaimsForSomebodyElseOrWithoutBeingACandidate() {
        String claim = ENGINE + fill("/task/{task}/claim");
        assertThat(WebLogin.as("reviewlc", "tasklist", port)
                        .send("POST", claim, "{\"userId\":\"approvelc\"}")
                        .statusCode())
                .isEqualTo(403);
        for (String user : List.of("clerklc", "superlc", "admin", "reviewjn")) {
            assertThat(WebLogin.as(user, "tasklist", port)
                            .send("POST", claim, "{\"userId\":\"" + user + "\"}")
                            .statusCode())
                    .as(user)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aSupervisorGivesATaskToSomebodyOfThePool() {
        // when
        HttpResponse<String> answer = WebLogin.as("superlc", "tasklist", port)
                .send("POST", ENGINE + fill("/task/{task}/assignee"), "{\"userId\":\"reviewlc\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("reviewlc");
    }

    @Test
    void whoWouldCommentIsToldWhereToWriteInstead() {
        // when
        HttpResponse<String> answer = WebLogin.as("reviewlc", "tasklist", port)
                .send("POST", ENGINE + fill("/task/{task}/comment/create"), "{\"message\":\"已核对\"}");

        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("请在办理表单或案件页中记录");
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /claim    | {\"userId\":\"reviewjn\"}",
                "POST | /unclaim  |",
                "GET  | ''        |",
                "GET  | /form     |",
            })
    void aTaskOfAnotherPoolIsAnsweredAsOneThatDoesNotExist(String method, String path, String body) {
        // given
        WebLogin stranger = WebLogin.as("reviewjn", "tasklist", port);

        // when
        HttpResponse<String> another = stranger.send(method, ENGINE + "/task/" + task + path, body);
        HttpResponse<String> unknown = stranger.send(method, ENGINE + "/task/" + UUID.randomUUID() + path, body);

        // then
        assertThat(another.statusCode()).isEqualTo(404);
        assertThat(another.body()).contains("没有这项任务").isEqualTo(unknown.body());
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void staffManageNoAccountsButTheirOwn() {
        WebLogin supervisor = WebLogin.as("superlc", "tasklist", port);
        String user =
                "{\"profile\":{\"id\":\"made\",\"firstName\":\"a\",\"lastName\":\"b\"},\"credentials\":{\"password\":\"demo\"}}";
        assertThat(supervisor.send("POST", ENGINE + "/user/create", user).statusCode())
                .isEqualTo(403);
        assertThat(supervisor
                        .send("PUT", ENGINE + "/group/camunda-admin/members/superlc", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(supervisor
                        .send("PUT", ENGINE + "/tenant/370800/user-members/superlc", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(supervisor.send("DELETE", ENGINE + "/user/superlc", null).statusCode())
                .isEqualTo(403);
        assertThat(supervisor
                        .send(
                                "PUT",
                                ENGINE + "/user/clerklc/credentials",
                                "{\"password\":\"stolen\",\"authenticatedUserPassword\":\"demo\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(supervisor
                        .send(
                                "POST",
                                ENGINE + "/authorization/create",
                                "{\"type\":1,\"userId\":\"superlc\",\"permissions\":[\"ALL\"],\"resourceType\":0,\"resourceId\":\"*\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(identities.createUserQuery().userId("made").count()).isZero();
    }

    @Test
    void theAdministratorManagesAccounts() {
        // given
        WebLogin administrator = WebLogin.as("admin", "admin", port);
        String user =
                "{\"profile\":{\"id\":\"newcomer\",\"firstName\":\"新\",\"lastName\":\"人\"},\"credentials\":{\"password\":\"demo\"}}";

        // when
        int created = administrator.send("POST", ENGINE + "/user/create", user).statusCode();
        int joined = administrator
                .send("PUT", ENGINE + "/group/review371500/members/newcomer", null)
                .statusCode();
        int deleted =
                administrator.send("DELETE", ENGINE + "/user/newcomer", null).statusCode();

        // then
        assertThat(List.of(created, joined, deleted)).containsExactly(204, 204, 204);
    }

    @Test
    void noRestApiStandsBesideTheOneOfTheWebApplications() throws Exception {
        assertThat(EngineApiGuardTest.class.getResource("/org/camunda/bpm/spring/boot/starter/rest"))
                .isNull();
    }

    private String fill(String path) {
        return path.replace("{task}", task)
                .replace("{instance}", instance)
                .replace("{definition}", definition)
                .replace("{deployment}", deployment);
    }
}
