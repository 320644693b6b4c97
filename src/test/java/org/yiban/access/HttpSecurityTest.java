package org.yiban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.yiban.YibanTest;

@YibanTest
class HttpSecurityTest {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identities;

    @Test
    void withoutLoginTheApiAnswersWithProblemDetailsAndNoLoginPrompt() {
        // when
        var answer = http.getForEntity("/api/me", String.class);

        // then
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .isTrue();
        assertThat(answer.getHeaders()).doesNotContainKey("WWW-Authenticate");
        assertThat(answer.getBody())
                .contains("urn:yiban:problem:unauthenticated")
                .contains("请先登录");
    }

    @Test
    void aSystemLogsInWithBasicAndIsKnownWithItsRoles() {
        // when
        var answer = http.withBasicAuth("clerklc", "demo").getForEntity("/api/me", String.class);

        // then
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody())
                .contains("\"id\":\"clerklc\"")
                .contains("聊城·登记员（演示）")
                .contains("\"371500\":[\"INTAKE\"]");
        assertThat(answer.getHeaders()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void aWrongPasswordIsRefusedAndSlowsTheNextTryDown() {
        // given
        identities.saveUser(user("slowed"));

        // when
        var wrong = http.withBasicAuth("slowed", "guess").getForEntity("/api/me", String.class);
        var rightTooSoon = http.withBasicAuth("slowed", "demo").getForEntity("/api/me", String.class);

        // then
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(wrong.getBody()).contains("用户名或密码不正确");
        assertThat(rightTooSoon.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theSessionOfTheWebApplicationsServesTheApiToo() {
        // given
        WebLogin reviewer = WebLogin.as("reviewjn", "tasklist", port);

        // when
        HttpResponse<String> answer = reviewer.get("/api/me");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("reviewjn").contains("\"370800\":[\"REVIEW\"]");
    }

    @Test
    void anUnsafeMethodWithASessionNeedsTheTokenOfThatSession() {
        // given
        WebLogin reviewer = WebLogin.as("reviewjn", "tasklist", port);

        // when
        HttpResponse<String> without = reviewer.send("POST", "/api/me", "{}", "application/json", null);
        HttpResponse<String> forged = reviewer.send("POST", "/api/me", "{}", "application/json", "0123456789ABCDEF");
        HttpResponse<String> with = reviewer.send("POST", "/api/me", "{}");

        // then
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("页面令牌");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(405);
    }

    @Test
    void anAnswerTellsAPageOutsideTheWebApplicationsTheTokenItsRequestsNeed() {
        // given
        WebLogin reviewer = WebLogin.as("reviewjn", "tasklist", port);

        // when
        String token =
                reviewer.get("/api/me").headers().firstValue("X-XSRF-TOKEN").orElseThrow();

        // then
        assertThat(reviewer.send("POST", "/api/me", "{}", "application/json", token)
                        .statusCode())
                .isEqualTo(405);
        assertThat(http.withBasicAuth("reviewjn", "demo")
                        .getForEntity("/api/me", String.class)
                        .getHeaders())
                .doesNotContainKey("X-XSRF-TOKEN");
    }

    @Test
    void theEngineKnowsNobodyOnceARequestIsOver() {
        // given
        http.withBasicAuth("clerklc", "demo").getForEntity("/api/me", String.class);

        // when
        int unauthorized = 0;
        for (int request = 0; request < 20; request++) {
            if (http.getForEntity("/api/me", String.class).getStatusCode() == HttpStatus.UNAUTHORIZED) {
                unauthorized++;
            }
        }

        // then
        assertThat(unauthorized).isEqualTo(20);
    }

    @Test
    void onlyWhatIsNamedIsOpen() {
        assertThat(http.getForEntity("/actuator/health", String.class).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(http.getForEntity("/v3/api-docs", String.class).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(http.getForEntity("/actuator/env", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(http.getForEntity("/engine-rest/engine", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(http.withBasicAuth("admin", "demo")
                        .getForEntity("/engine-rest/engine", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private org.camunda.bpm.engine.identity.User user(String id) {
        var user = identities.newUser(id);
        user.setPassword("demo");
        return user;
    }
}
