package org.yiban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;

@YibanTest
class HttpSecurityTest {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identities;

    @Autowired
    ApiClient api;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/me HTTP/1.1\r\nAuthorization: \u00e5\u0080\u0099",
                "GET /api//me HTTP/1.1",
                "GET /api/me;x=1 HTTP/1.1",
                "GET /api/%250ame HTTP/1.1",
            })
    void whatTheFirewallRejectsIsAProblemInChinese(String request) throws IOException {
        assertThat(raw(request + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("不允许的字符");
    }

    @Test
    void aKeyOutsideAsciiIsAProblemInChinese() throws IOException {
        // given
        String login = Base64.getEncoder().encodeToString("clerklc:demo".getBytes(StandardCharsets.US_ASCII));

        // when
        String answer = raw("POST /api/transfers HTTP/1.1\r\nAuthorization: Basic " + login
                + "\r\nIdempotency-Key: \u00e5\u0080\u0099\r\nContent-Type: application/json"
                + "\r\nContent-Length: 2\r\n\r\n{}");

        // then
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("urn:yiban:problem:invalid-input")
                .contains("Idempotency-Key");
    }

    @Test
    void aParameterWithAControlCharacterIsAProblemInChinese() {
        // when
        ApiClient.Answer answer = api.get("clerklc", "/api/cases?text=%00");

        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("控制字符");
    }

    @Test
    void aWrongMethodOrFormatIsAProblemInChineseThatNamesWhatIsAllowed() {
        // when
        ApiClient.Answer method = api.post("clerklc", "/api/me", "{}");
        ApiClient.Answer format = api.get("clerklc", "/api/me", "Accept", "text/csv");
        ApiClient.Answer body = api.post("clerklc", "/api/people/import", "{}");

        // then
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text("type")).isEqualTo("urn:yiban:problem:method-not-allowed");
        assertThat(method.text("detail")).contains("只接受 GET");
        assertThat(format.status()).isEqualTo(406);
        assertThat(format.text("detail")).contains("Accept", "application/json");
        assertThat(body.status()).isEqualTo(415);
        assertThat(body.text("detail")).contains("Content-Type", "multipart/form-data");
    }

    /** The answer to a request as it stands; header values travel as Latin-1. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String closing = request.replaceFirst(" HTTP/1.1", " HTTP/1.1\r\nHost: localhost\r\nConnection: close");
            socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private org.camunda.bpm.engine.identity.User user(String id) {
        var user = identities.newUser(id);
        user.setPassword("demo");
        return user;
    }
}
