package org.yiban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.cli.CommandLine;
import org.yiban.support.ApiClient;

/** The worked example of the analysts' guide, as it is written there: its commands, edits, cases and answers. */
@YibanEndToEndTest
class AnalystGuideTest {

    private static final Path GUIDE = Path.of("docs", "analyst-guide.md");
    private static final String SERVER = "http://localhost:8080";
    private static final Pattern BLOCK = Pattern.compile("```(sh|csv|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EDIT =
            Pattern.compile("\\| `(\\w+)` \\| `(\\w+)`[^|]*\\| `([^`]+)` \\| `([^`]+)` \\|");
    private static final Pattern QUESTION = Pattern.compile("curl .*" + SERVER + "(\\S+) -d '(.*)'");
    private static final String WAITING = "决策表/220000-jilin/waiting-period.dmn";

    @LocalServerPort
    int port;

    @Autowired
    ApiClient api;

    @TempDir
    Path folder;

    private Iterator<MatchResult> blocks;
    private MatchResult next;

    @Test
    void theWorkedExampleRunsAsItIsWrittenWithTwoAnalysts(Browsers browsers) throws IOException {
        // given
        String guide = Files.readString(GUIDE);
        blocks = BLOCK.matcher(guide).results().toList().iterator();
        advance();
        Files.writeString(folder.resolve("密码.txt"), "demo\n");

        // when, then
        command("export");
        edit(guide);
        cases();
        command("check-tables");
        command("check-cases");
        command("publish");
        confirm(browsers, "确认发布", "核对无误，从所写日期起适用", "publication");
        command("publications");
        question();
        question();
        command("withdraw");
        confirm(browsers, "确认撤回", "同意撤回", "withdrawal");
        assertThat(next).isNull();
        assertThat(api.post("analystlc", "/api/decisions/waiting-period", """
                        {"region": "220000", "scheme": "EMPLOYEE", "identity": "EMPLOYER", "event": "FIRST",
                         "paidOn": "2027-01-01"}""").at("/results/benefitStart"))
                .isEqualTo("2027-04-02");
    }

    private void command(String name) {
        String line = take("sh");
        assertThat(line).startsWith("java -jar yiban.jar " + name + " ");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8);

        int status = CommandLine.run(arguments(line), to, to);

        String said = printed.toString(StandardCharsets.UTF_8);
        assertThat(status).as(said).isZero();
        assertSaid(said);
    }

    private void question() {
        Matcher asked = QUESTION.matcher(take("sh"));
        assertThat(asked.find()).isTrue();
        assertSaid(api.post("analystlc", asked.group(1), asked.group(2)).body().toString());
    }

    /** The lines that the guide shows after a command are among what it said. */
    private void assertSaid(String said) {
        if (next != null && next.group(1).equals("text")) {
            take("text").lines().forEach(line -> assertThat(said).contains(line));
        }
    }

    private void edit(String guide) throws IOException {
        Path file = folder.resolve(WAITING);
        String text = Files.readString(file);
        List<MatchResult> edits = EDIT.matcher(guide).results().toList();
        assertThat(edits).isNotEmpty();
        for (MatchResult edit : edits) {
            String cell = "id=\"%s_out_%s\"><text>".formatted(edit.group(1), edit.group(2));
            assertThat(text).contains(cell + edit.group(3));
            text = text.replace(cell + edit.group(3), cell + edit.group(4));
        }
        String listed = "<text>\"NONE\",\"DAYS_90\",\"UNTIL_CLEARED\"";
        assertThat(text).contains(listed);
        text = text.replace(listed, listed + ",\"DAYS_60\"");
        Files.writeString(file, text);
    }

    private void cases() throws IOException {
        Path file = folder.resolve("案例/waiting-period-sixty.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, take("csv") + "\n");
    }

    private void confirm(Browsers browsers, String task, String opinion, String picture) {
        TasklistPage analyst = browsers.tasklist("analystlc2").openList("待认领");
        analyst.openTask(task, "waiting-period.dmn").claim();
        assertThat(analyst.form()).containsText("first 首次参加职工医保");
        assertThat(analyst.form()).containsText("\"DAYS_60\"");
        analyst.choose("确认意见", opinion).screenshot(picture).complete();
    }

    private List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>(Arrays.asList(line.split(" ")).subList(3, line.split(" ").length));
        arguments.replaceAll(argument -> argument.matches("(决策表|案例|密码).*")
                ? folder.resolve(argument).toString()
                : argument.replace(SERVER, "http://localhost:" + port));
        return arguments;
    }

    private String take(String kind) {
        assertThat(next).as("the guide goes on with a block " + kind).isNotNull();
        assertThat(next.group(1)).isEqualTo(kind);
        String text = next.group(2).strip();
        advance();
        return text;
    }

    private void advance() {
        next = blocks.hasNext() ? blocks.next() : null;
    }
}
