package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
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

    @TempDir
    static Path temp;

    static RunningJar application;
    static int port;

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

        // when
        application.kill();
        assertThat(OrphanedServer.of(dataDirectory())).isPresent();
        startAgain();

        // then
        assertThat(words()).isEqualTo("before the stop,before the kill");
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
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select string_agg(word, ',') from public.probe")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(url(), "postgres", password());
    }
}
