package org.yiban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;

@YibanTest
class PublicationCommandsTest {

    private static final String WAITING = "220000-jilin/waiting-period.dmn";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path password;

    @BeforeEach
    void writePassword() throws IOException {
        password = Files.writeString(folder.resolve("password"), "demo\n");
    }

    @Test
    void exportedTablesAreTheSameByteByByteAndCheckOut() throws IOException {
        // given
        Path tables = folder.resolve("tables");

        // when
        int status = run("export", "--to", tables.toString());

        // then
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(tables.resolve(WAITING)).hasSameBinaryContentAs(Path.of("processes/policy", WAITING));
        assertThat(tables.resolve("precedence.dmn")).exists();
        assertThat(run("export", WAITING, "--to", tables.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("文件已存在，不覆盖");
    }

    @Test
    void aTableIsExportedByItsIdAlone() {
        // when
        int status = run("export", "waitingPeriod_220000_JL2022_19", "--on", "2027-01-01", "--to", folder.toString());

        // then
        assertThat(status).isZero();
        assertThat(folder.resolve(WAITING)).exists();
        assertThat(folder.resolve("precedence.dmn")).doesNotExist();
        assertThat(run("export", "nothing", "--to", folder.toString())).isEqualTo(2);
    }

    @Test
    void whatTheInstallationRefusesIsToldLineByLine() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("x.dmn"), "<a/>");

        // when
        int status = run("publish", file.toString(), "--from", "2027-1", "--reason", "r", "--source", "X");

        // then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("file：不是 DMN 文件", "from：", "source：请写依据的文件");
    }

    @Test
    void aCallThatLacksSomethingSaysWhatAndHow() {
        assertThat(run("publish", "nowhere.dmn", "--from", "2027-01-01")).isEqualTo(2);
        assertThat(run("withdraw", "eins", "--reason", "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("读不到文件：nowhere.dmn", "用法：publish <决策表文件>", "发布的号应为数字：eins");
    }

    @Test
    void publicationsAreListed() {
        assertThat(run("publications")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("次发布");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", "http://localhost:" + port, "--user", "analystlc"));
        all.addAll(List.of("--password-file", password.toString()));
        return CommandLine.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
