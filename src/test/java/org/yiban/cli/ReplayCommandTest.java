package org.yiban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiban.support.PolicyFolder;

class ReplayCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private PolicyFolder tables;

    @BeforeEach
    void aCopyOfTheTables() {
        tables = PolicyFolder.ofTables(folder.resolve("tables"));
    }

    @Test
    void unchangedTablesChangeNothing() {
        // when
        int status = replay("--facts", "processes/policy/cases/transfer-deadline.csv");

        // then
        assertThat(status).isZero();
        assertThat(out()).containsPattern("问了 \\d+ 项：\\d+ 项不变，0 项改变。");
    }

    @Test
    void changesAreCountedByConclusionAndResult() throws IOException {
        // given
        tables.replace("370000-shandong/transfer-deadline.dmn", "<text>9</text>", "<text>7</text>");

        // when
        int status = replay(
                "--facts",
                "processes/policy/cases/transfer-deadline.csv",
                "--list",
                folder.resolve("list.csv").toString());

        // then
        assertThat(status).isZero();
        assertThat(out()).containsPattern("办理期限（工作日）：[1-9]\\d* 项").containsPattern("到期日：[1-9]\\d* 项");
        assertThat(Files.readString(folder.resolve("list.csv"))).contains(",workingDays,9,7,");
    }

    @Test
    void moneyIsAddedUpBeforeAndAfter() throws IOException {
        // given
        Path facts = Files.writeString(folder.resolve("refund-amount.csv"), """
                case,requestedOn,refundScope,paidAmount,paidFrom,paidTo,eventMonth,eventUntil,accountCredited
                one,2023-03-06,MONTHS_AFTER_DEATH,380.00,2023-01,2023-12,2023-05,,0
                two,2023-03-06,MONTHS_AFTER_DEATH,120.00,2023-01,2023-12,2023-05,,0
                """);
        tables.replace("any-region/refund-amount.dmn", "\"MONTH_AFTER_EVENT\"", "\"EVENT_MONTH\"");

        // when
        replay("--facts", facts.toString());

        // then
        assertThat(out()).contains("退费金额：2 项；原 291.67 元，现 333.33 元，多 41.66 元");
    }

    @Test
    void aSingleFileTakesThePlaceOfTheOneWithTheSameTables() {
        // given
        Path edited = tables.replace("370000-shandong/transfer-deadline.dmn", "<text>9</text>", "<text>7</text>")
                .path()
                .resolve("370000-shandong/transfer-deadline.dmn");

        // when
        int status = run("replay", edited.toString(), "--facts", "processes/policy/cases/transfer-deadline.csv");

        // then
        assertThat(status).isZero();
        assertThat(out()).containsPattern("办理期限（工作日）：[1-9]\\d* 项");
    }

    @Test
    void aWrongCallSaysWhatIsWrong() {
        assertThat(replay()).isEqualTo(2);
        assertThat(err()).contains("--facts，或运行中的系统 --server").contains("用法：");
        assertThat(replay("--fact", "x")).isEqualTo(2);
        assertThat(err()).contains("没有这个选项：--fact");
        assertThat(replay("--facts")).isEqualTo(2);
        assertThat(err()).contains("--facts 后面缺少值");
        assertThat(replay("--facts", "nowhere.csv")).isEqualTo(2);
        assertThat(err()).contains("没有这个文件或文件夹：nowhere.csv");
    }

    private int replay(String... options) {
        return run(Stream.concat(Stream.of("replay", tables.path().toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return CommandLine.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
