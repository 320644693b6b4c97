package org.yiban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void optionsAloneAreNoCommand() {
        assertThat(CommandLine.isCommand()).isFalse();
        assertThat(CommandLine.isCommand("--server.port=9090")).isFalse();
        assertThat(CommandLine.isCommand("check-cases", "x")).isTrue();
        assertThat(CommandLine.isCommand("--help")).isTrue();
    }

    @Test
    void anUnknownCommandIsNamedAndTheUsagePrinted() {
        // when
        int status = run("chek-cases", "x");

        // then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有这个命令：chek-cases", "check-cases <案例文件或文件夹>");
    }

    @Test
    void helpPrintsTheUsage() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("check-cases", "export-cases");
    }

    @Test
    void keysAreMadeFromTheCommandLine(@TempDir Path folder) {
        // when
        int status = run("make-keys", folder.resolve("keys.json").toString());

        // then
        assertThat(status).isZero();
        assertThat(folder.resolve("keys.json")).isNotEmptyFile();
    }

    @Test
    void aCommandGetsTheArgumentsAfterItsName() {
        // when
        int status = run("check-cases", "processes/policy/cases/transfer-deadline.csv");

        // then
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("32 passed, 0 failed\n");
    }

    @Test
    void casesAreExportedFromTheCommandLine(@TempDir Path folder) {
        // when
        int status = run(
                "export-cases",
                folder.resolve("cases.xlsx").toString(),
                "processes/policy/cases/transfer-deadline.csv");

        // then
        assertThat(status).isZero();
        assertThat(folder.resolve("cases.xlsx")).isNotEmptyFile();
    }

    private int run(String... arguments) {
        return CommandLine.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
