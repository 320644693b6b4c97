package org.yiban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;
import org.yiban.support.PolicyFolder;

/** Decisions that the running application kept, asked again of edited tables from the command line. */
@YibanTest
class ReplayingKeptDecisionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiClient api;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anAnalystSeesWhatKeptDecisionsWouldBecome() throws IOException {
        // given
        api.post(
                "clerklc",
                "/api/enquiries",
                Map.of(
                        "family",
                        "transfer-deadline",
                        "facts",
                        Map.of("fromRegion", "370800", "toRegion", "371500", "acceptedOn", "2031-03-03")),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        Path tables = editedTables();

        // when
        int status = replay("analystlc", tables);

        // then
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("问了 1 项：0 项不变，1 项改变。")
                .contains("办理期限（工作日）：1 项");
    }

    @Test
    void keptDecisionsAreForAnalystsAndWithoutCases() {
        assertThat(api.get("clerklc", "/api/kept-decisions").status()).isEqualTo(403);
        assertThat(api.get("analystlc", "/api/kept-decisions").body().toString())
                .doesNotContain("caseNumber")
                .doesNotContain("ZX371500");
        assertThat(api.get("analystlc", "/api/kept-decisions?family=x").violation("family"))
                .contains("没有这一类决策");
    }

    @Test
    void aWrongPasswordIsToldInTheServersWords() throws IOException {
        // when
        int status = replay("nobody", editedTables());

        // then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("用户名或密码");
    }

    private int replay(String user, Path tables) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "demo\n");
        return CommandLine.run(
                List.of(
                        "replay",
                        tables.toString(),
                        "--server",
                        "http://localhost:" + port,
                        "--user",
                        user,
                        "--password-file",
                        password.toString(),
                        "--family",
                        "transfer-deadline",
                        "--from",
                        "2031-03-03",
                        "--until",
                        "2031-03-03"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path editedTables() {
        return PolicyFolder.ofTables(folder.resolve("tables"))
                .replace(
                        "370000-shandong/transfer-deadline.dmn",
                        "withinProvince_workingDays\"><text>9<",
                        "withinProvince_workingDays\"><text>7<")
                .path();
    }
}
