package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;
import org.yiban.access.WebLogin;

/** CVE-2026-109432: expressions in task queries, evaluated by the engine for anybody who is logged in. */
@YibanTest
class ExpressionHoleTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    private Task task;

    @BeforeEach
    void aTaskToFind() {
        EvaluationProbe.RUNS.set(0);
        task = tasks.newTask();
        tasks.saveTask(task);
    }

    @AfterEach
    void nothingStays() {
        tasks.deleteTask(task.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"EXPRESSION\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"EXPRESSION\"}]}",
                "{\"orQueries\":[{\"name\":\"x\",\"dueBeforeExpression\":\"EXPRESSION\"}]}",
                "{\"orQueries\":[{\"candidateGroupsExpression\":\"EXPRESSION\"}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpression\":\"EXPRESSION\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":null,\"assigneeExpression\":\"EXPRESSION\"}]}"
            })
    void noQueryBodyRunsAnExpression(String body) {
        String filter = filters.createTaskFilterQuery()
                .filterName("我的待办")
                .singleResult()
                .getId();
        for (String user : List.of("clerklc", "admin")) {
            WebLogin person = WebLogin.as(user, "tasklist", port);
            for (String path :
                    List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
                // when
                HttpResponse<String> answer = person.send("POST", ENGINE + path, attack(body));

                // then
                assertThat(EvaluationProbe.RUNS).hasValue(0);
                assertThat(answer.statusCode()).as(path).isEqualTo(400);
                assertThat(answer.body()).contains("不接受表达式").contains("Expression");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"assigneeExpression", "candidateGroupExpression", "dueAfterExpression", "%61ssigneeExpression"})
    void noQueryParameterRunsAnExpression(String parameter) {
        // when
        HttpResponse<String> answer = WebLogin.as("clerklc", "tasklist", port)
                .get(ENGINE + "/task?" + parameter + "="
                        + URLEncoder.encode(EvaluationProbe.EXPRESSION, StandardCharsets.UTF_8));

        // then
        assertThat(EvaluationProbe.RUNS).hasValue(0);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("不接受表达式");
    }

    @Test
    void nobodyWritesAStoredFilterEvenWithoutExpressions() {
        String filter = filters.createTaskFilterQuery()
                .filterName("我的待办")
                .singleResult()
                .getId();
        String plain = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{},\"properties\":{}}";
        String hostile = attack(plain.replace("\"query\":{}", "\"query\":{\"assigneeExpression\":\"EXPRESSION\"}"));
        for (String user : List.of("clerklc", "admin")) {
            WebLogin person = WebLogin.as(user, "tasklist", port);
            assertThat(person.send("POST", ENGINE + "/filter/create", plain).statusCode())
                    .isEqualTo(403);
            assertThat(person.send("POST", ENGINE + "/filter/create", hostile).statusCode())
                    .isEqualTo(403);
            assertThat(person.send("PUT", ENGINE + "/filter/" + filter, hostile).statusCode())
                    .isEqualTo(403);
            assertThat(person.send("DELETE", ENGINE + "/filter/" + filter, null).statusCode())
                    .isEqualTo(403);
        }
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(4);
    }

    @Test
    void theListsOfTheApplicationStillWork() {
        String filter =
                filters.createTaskFilterQuery().filterName("待认领").singleResult().getId();
        WebLogin clerk = WebLogin.as("clerklc", "tasklist", port);

        // when
        HttpResponse<String> list = clerk.send(
                "POST",
                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}");

        // then
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(clerk.get(ENGINE + "/filter/" + filter + "/count").statusCode())
                .isEqualTo(200);
    }

    private static String attack(String body) {
        return body.replace("EXPRESSION\"", EvaluationProbe.EXPRESSION + "\"");
    }
}
