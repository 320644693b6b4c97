package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PrivatePostgresTest {

    @TempDir
    static Path temp;

    static DataFolder folder;
    static PrivatePostgres postgres;

    @BeforeAll
    static void start() {
        folder = DataFolder.claim(temp.resolve("data folder"));
        postgres = PrivatePostgres.start(folder, RunningJar.PROGRAMS);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        folder.close();
    }

    @Test
    void theServerIsOfTheMajorVersionTheApplicationNames() throws Exception {
        assertThat(valueOf("show server_version")).startsWith(PostgresBinaries.MAJOR + ".");
    }

    @Test
    void whatIsCommittedIsOnDisk() throws Exception {
        assertThat(List.of(valueOf("show fsync"), valueOf("show synchronous_commit"), valueOf("show full_page_writes")))
                .containsOnly("on");
    }

    @Test
    void theServerListensOnTheLoopbackAddressAlone() throws Exception {
        assertThat(valueOf("show listen_addresses")).isEqualTo("localhost");
        assertThat(valueOf("show unix_socket_directories")).isEmpty();
    }

    @Test
    void theServerAsksForThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void textIsUnicodeOnEveryPlatform() throws Exception {
        assertThat(valueOf("select upper('ä') || ' ' || length('医办')")).isEqualTo("Ä 2");
    }

    @Test
    void aServerLeftBehindIsFoundByItsDataDirectory() throws Exception {
        // given
        Path data = folder.path().resolve("postgres/data");

        // when
        Optional<ProcessHandle> server = OrphanedServer.of(data);

        // then
        assertThat(server).map(ProcessHandle::pid).contains(pidIn(data));
    }

    @Test
    void aServerOfAnotherDataDirectoryIsLeftAlone(@TempDir Path copy) throws Exception {
        // given
        Path data = folder.path().resolve("postgres/data");
        Files.copy(data.resolve("postmaster.pid"), copy.resolve("postmaster.pid"));

        // when
        Optional<ProcessHandle> server = OrphanedServer.of(copy);

        // then
        assertThat(server).isEmpty();
        assertThat(ProcessHandle.of(pidIn(data))).isPresent();
    }

    @Test
    void aProcessNumberTakenOverByAnotherProgramDoesNotHinderTheStart(@TempDir Path data) throws Exception {
        // given
        List<String> lines =
                new ArrayList<>(List.of(Long.toString(ProcessHandle.current().pid()), data.toString()));
        Path pidFile = Files.write(data.resolve("postmaster.pid"), lines);

        // when
        Optional<ProcessHandle> server = OrphanedServer.of(data);

        // then
        assertThat(server).isEmpty();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void aDataDirectoryOfAnotherMajorVersionIsRefusedNamingBoth(@TempDir Path other) throws Exception {
        // given
        Path data = Files.createDirectories(other.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");

        // when, then
        try (DataFolder claimed = DataFolder.claim(other)) {
            assertThatThrownBy(() -> PrivatePostgres.start(claimed, RunningJar.PROGRAMS))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("PostgreSQL 16")
                    .hasMessageContaining("PostgreSQL 17");
        }
    }

    @Test
    void oneHolderOfAClusterLockAtATime() throws Exception {
        // given
        DataSource dataSource = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread second;
        try (ClusterLock first = ClusterLock.acquire(dataSource, "test")) {
            // when
            second = new Thread(() -> {
                try (ClusterLock lock = ClusterLock.acquire(dataSource, "test")) {
                    order.add("second");
                }
            });
            second.start();
            awaitWaiting();
            order.add("first");
        }
        second.join();

        // then
        assertThat(order).containsExactly("first", "second");
    }

    private void awaitWaiting() throws Exception {
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
        while (!valueOf(waiting).equals("1")) {
            Thread.onSpinWait();
        }
    }

    private static String valueOf(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long pidIn(Path data) throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    }
}
