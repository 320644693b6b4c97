package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One data folder through its life: first start, stop, start, kill, start. Each step goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataSurviveIT {

    /** When the timers of the case ring that is the first of its pool. */
    private static final String RINGS = """
            select string_agg(j.duedate_::text, ',' order by j.duedate_) from act_ru_job j
            join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ like 'ZR%' and j.duedate_ is not null
            """;

    @TempDir
    static Path temp;

    static RunningJar application;
    static int port;
    static String rings;

    @AfterAll
    static void end() throws Exception {
        if (application != null) {
            application.close();
        }
        Optional<ProcessHandle> server = OrphanedServer.of(dataDirectory());
        server.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    @Order(1)
    void anEmptyFolderIsEnoughToStart() throws Exception {
        // when
        startAgain();

        // then
        assertThat(application.health(port)).contains("\"status\":\"UP\"");
    }

    @Test
    @Order(2)
    void theStartUpLogShowsNoWarningAndWhereToLogIn() {
        assertThat(application.log().lines())
                .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .anyMatch(line -> line.contains("http://localhost:" + port + "/"))
                .anyMatch(line -> line.contains("clerklc"));
    }

    @Test
    @Order(3)
    void aSecondApplicationOnTheSameFolderIsTurnedAway() throws Exception {
        // when
        try (RunningJar second = start("second.log", Map.of("YIBAN_DATA", folder().toString()))) {
            // then
            assertThat(second.awaitEnded()).isNotZero();
            assertThat(second.log()).contains("数据目录正在使用中", "进程号 " + application.pid(), "YIBAN_DATA");
        }
        assertThat(application.health(port)).contains("UP");
    }

    @Test
    @Order(4)
    void aTakenPortIsNamedAndTheWayOut() throws Exception {
        // given
        Map<String, String> samePort = Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", password(),
                "YIBAN_DATA", folder().toString());

        // when
        try (RunningJar second = start("port.log", samePort)) {
            // then
            assertThat(second.awaitEnded()).isNotZero();
            assertThat(second.log()).contains("端口 " + port + " 已被占用", "SERVER_PORT");
        }
    }

    @Test
    @Order(5)
    void dataSurviveAStopAndAStart() throws Exception {
        // given
        execute("create table public.probe (word text)", "insert into public.probe values ('before the stop')");

        // when
        application.stop();
        assertThat(OrphanedServer.of(dataDirectory())).isEmpty();
        startAgain();

        // then
        assertThat(words()).isEqualTo("before the stop");
    }

    @Test
    @Order(6)
    void dataSurviveAKillThatLeavesTheServerBehind() throws Exception {
        // given
        execute("insert into public.probe values ('before the kill')");
        acceptACase();
        rings = text(RINGS);
        execute("update act_ru_job set duedate_ = duedate_ + interval '1 day' where duedate_ is not null");

        // when
        application.kill();
        assertThat(OrphanedServer.of(dataDirectory())).isPresent();
        startAgain();

        // then
        assertThat(words()).isEqualTo("before the stop,before the kill");
    }

    @Test
    @Order(7)
    void timersThatDifferedFromTheirClockAgreeWithItSoonAfterTheStart() {
        assertThat(rings).isNotNull();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(text(RINGS)).isEqualTo(rings));
    }

    /** A transfer of one of the demo people, from registering to where it waits for the other side. */
    private static void acceptACase() throws Exception {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        post("clerklc", "/api/transfers", """
                {"identityNumber": "389900199011020028", "name": "虚构·李秀英", "identity": "EMPLOYER",
                 "fromRegion": "370800", "toRegion": "371500", "appliedOn": "%s"}
                """.formatted(today));
        String task = text("select id_ from act_ru_task where task_def_key_ = 'userTask_acceptApplication'");
        post(
                "reviewlc",
                "/api/transfers/tasks/" + task + "/acceptance",
                "{\"decision\": \"ACCEPT\", \"materials\": [\"IDENTITY_DOCUMENT\"], \"acceptedOn\": \"" + today
                        + "\"}");
    }

    private static void post(String user, String path, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "data-survive")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static void startAgain() throws InterruptedException {
        application = start("application.log", Map.of("YIBAN_DATA", folder().toString()));
        port = application.awaitStarted();
    }

    private static RunningJar start(String log, Map<String, String> environment) {
        return RunningJar.start(temp.resolve(log), environment);
    }

    private static Path folder() {
        return temp.resolve("data");
    }

    private static Path dataDirectory() {
        return folder().resolve("postgres/data");
    }

    private static String password() throws Exception {
        return Files.readString(folder().resolve("postgres/password"));
    }

    private static String url() throws Exception {
        List<String> pidFile = Files.readAllLines(dataDirectory().resolve("postmaster.pid"));
        return "jdbc:postgresql://localhost:%s/postgres".formatted(pidFile.get(3));
    }

    private static void execute(String... sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    private static String words() throws Exception {
        return text("select string_agg(word, ',') from public.probe");
    }

    private static String text(String query) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(url(), "postgres", password());
    }
}
