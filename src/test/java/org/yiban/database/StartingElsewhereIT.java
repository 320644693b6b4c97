package org.yiban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Starts under other circumstances than a developer's: two nodes, another user, other folders. */
class StartingElsewhereIT {

    private static final int NOBODY = 65534;

    @TempDir
    Path temp;

    @Test
    void twoNodesStartingTogetherOnAnEmptyDatabaseBothComeUp() throws Exception {
        // given
        try (DataFolder folder = DataFolder.claim(temp.resolve("shared"));
                PrivatePostgres shared = PrivatePostgres.start(folder, RunningJar.PROGRAMS)) {
            Map<String, String> environment = Map.of(
                    "SPRING_DATASOURCE_URL", shared.jdbcUrl(),
                    "SPRING_DATASOURCE_USERNAME", shared.user(),
                    "SPRING_DATASOURCE_PASSWORD", shared.password(),
                    "YIBAN_DATA", temp.resolve("keys").toString());

            // when
            try (RunningJar one = RunningJar.start(temp.resolve("one.log"), environment);
                    RunningJar two = RunningJar.start(temp.resolve("two.log"), environment)) {
                int portOfOne = one.awaitStarted();
                int portOfTwo = two.awaitStarted();

                // then
                assertThat(one.health(portOfOne)).contains("UP");
                assertThat(two.health(portOfTwo)).contains("UP");
            }
        }
    }

    @Test
    void aDataFolderOfAnotherMajorVersionIsRefusedNamingBoth() throws Exception {
        // given
        Path data = Files.createDirectories(temp.resolve("old/postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "15\n");

        // when
        Map<String, String> environment =
                Map.of("YIBAN_DATA", temp.resolve("old").toString());
        try (RunningJar application = RunningJar.start(temp.resolve("old.log"), environment)) {
            // then
            assertThat(application.awaitEnded()).isNotZero();
            assertThat(application.log()).contains("PostgreSQL 15", "PostgreSQL 17", "pg_dump", "YIBAN_DATA");
        }
    }

    @Test
    void rootMayStartItAsAnOrdinaryUser() throws Exception {
        // given
        assumeTrue(isRoot(), "only root can become another user; the other tests run as an ordinary user then");
        Path folder = Files.createTempDirectory("yiban-nobody");
        Files.setAttribute(folder, "unix:uid", NOBODY);
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        assumeTrue(
                canRead(asNobody, Path.of(System.getProperty("yiban.jar"))),
                "an ordinary user cannot read the jar where it was built");

        // when
        Map<String, String> environment =
                Map.of("YIBAN_DATA", folder.resolve("data").toString());
        try (RunningJar application = RunningJar.start(temp.resolve("nobody.log"), environment, asNobody)) {
            int port = application.awaitStarted();

            // then
            assertThat(application.health(port)).contains("UP");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void rootCanStartTheServerInAFolderOfAnOrdinaryUser() throws Exception {
        // given
        assumeTrue(isRoot(), "only root can make a folder for another user");
        Path folder = Files.createTempDirectory("yiban-owned");
        Path home = Files.createDirectories(folder.resolve("postgres"));
        for (Path path : List.of(folder, home)) {
            Files.setAttribute(path, "unix:uid", NOBODY);
        }

        // when
        try (DataFolder claimed = DataFolder.claim(folder);
                PrivatePostgres postgres = PrivatePostgres.start(claimed, RunningJar.PROGRAMS)) {
            // then
            assertThat(postgres.jdbcUrl()).isNotBlank();
            assertThat(ownersBelow(home)).containsOnly(NOBODY);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean isRoot() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        Path own = Files.createTempFile("yiban", ".owner");
        try {
            return Files.getAttribute(own, "unix:uid").equals(0);
        } finally {
            Files.delete(own);
        }
    }

    private static boolean canRead(List<String> through, Path file) throws Exception {
        List<String> command = Stream.concat(through.stream(), Stream.of("test", "-r", file.toString()))
                .toList();
        Process process = new ProcessBuilder(command).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<Integer> ownersBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(StartingElsewhereIT::owner).distinct().toList();
        }
    }

    private static Integer owner(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
