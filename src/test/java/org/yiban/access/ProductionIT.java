package org.yiban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yiban.database.RunningJar;
import org.yiban.person.MakeKeys;

/** The packaged application in the {@code prod} profile: first on an empty database, then on what a refused start left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionIT {

    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    static Path temp;

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    @BeforeAll
    static void settings() {
        Path keys = temp.resolve("keys.json");
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(MakeKeys.run(List.of(keys.toString()), silent, silent)).isZero();
        ENVIRONMENT.put("SPRING_PROFILES_ACTIVE", "prod");
        ENVIRONMENT.put("YIBAN_DATA", temp.resolve("data").toString());
        ENVIRONMENT.put("YIBAN_KEYS", keys.toString());
        ENVIRONMENT.put("YIBAN_SERVED_POOLS", "371500,370800");
    }

    @Order(1)
    @Test
    void withoutAnAdministratorItRefusesToStartAndNamesTheVariables() throws Exception {
        try (RunningJar application = RunningJar.start(temp.resolve("refused.log"), ENVIRONMENT)) {
            assertThat(application.awaitEnded()).isNotZero();
            assertThat(application.log())
                    .contains("系统还没有管理员", "There is no administrator", "YIBAN_ADMIN_USER", "YIBAN_ADMIN_PASSWORD")
                    .doesNotContain("\tat org.yiban");
        }
    }

    @Order(2)
    @Test
    void withAnAdministratorFromTheEnvironmentItStartsWithoutAnyDemoAccount() throws Exception {
        // given
        ENVIRONMENT.put("YIBAN_ADMIN_USER", "wanglei");
        ENVIRONMENT.put("YIBAN_ADMIN_PASSWORD", PASSWORD);

        // when
        try (RunningJar application = RunningJar.start(temp.resolve("started.log"), ENVIRONMENT)) {
            int port = application.awaitStarted();

            // then
            assertThat(get(port, "/api/me", "wanglei:" + PASSWORD).statusCode()).isEqualTo(200);
            assertThat(get(port, "/api/me", "clerklc:demo").statusCode()).isEqualTo(401);
            assertThat(get(port, "/api/me", "admin:demo").statusCode()).isEqualTo(401);
            assertThat(get(port, "/v3/api-docs", null).statusCode()).isEqualTo(401);
            assertThat(get(port, "/camunda/app/tasklist/default/", null)
                            .headers()
                            .allValues("Set-Cookie"))
                    .hasSize(2)
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"))
                    .anyMatch(cookie -> cookie.contains("JSESSIONID") && cookie.contains("HttpOnly"));
            assertThat(application.log()).doesNotContain(PASSWORD).doesNotContain("clerklc");
        }
    }

    private static HttpResponse<String> get(int port, String path, String login) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (login != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
