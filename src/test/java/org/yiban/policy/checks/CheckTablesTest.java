package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.support.PolicyFolder;

class CheckTablesTest {

    @TempDir
    Path folder;

    private record Run(int status, List<String> out, String err) {}

    @Test
    void soundTablesPass() throws IOException {
        // given
        PolicyFolder.withoutCases(folder);

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.status()).isZero();
        assertThat(run.out()).last().asString().startsWith("错误 0 处，提示 ");
    }

    @Test
    void aFaultIsPrintedOnOneLineWithFileTableRulesAndAnExample() throws IOException {
        // given
        PolicyFolder.withoutCases(folder);
        Path arrears = folder.resolve("220000-jilin/arrears.dmn");
        Files.writeString(arrears, Files.readString(arrears).replace("<text>&gt; 3</text>", "<text>&gt;= 3</text>"));

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().get(0))
                .isEqualTo("220000-jilin/arrears.dmn:arrears_220000_JL2022_19:"
                        + "arrears_220000_JL2022_19_unitShort+arrears_220000_JL2022_19_unitLong [重叠] "
                        + "两行同时命中：paidOn 2022-10-01..，ground UNIT_INTERRUPTION，unpaidMonths 3"
                        + " · 例：paidOn=2022-10-01 ground=UNIT_INTERRUPTION unpaidMonths=3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    refund-evidence | "DEATH", | "DEAD", | [结构不合] 文件 settings/refund-evidence.dmn 列 reason 里没有 DEAD 这个值；可以写：DEATH、
                    refund-objection | "AGENCY" | "NAT1999-1" | 列 basis 的一格应为 "AGENCY"，或者 sources 里有的文件或条款
                    bulk-sample | <text>&gt; 20000</text> | <text>&gt; 30000</text> | settings/bulk-sample.dmn 没有一行回答：
                    payment-accounts | <text>"371500"</text> | <text>"371599"</text> | settings/payment-accounts.dmn [没有的值] 列 pool 里没有 371599 这个行政区划
                    clock-legs | "transferOut" | "outwards" | 列 transferOut 的一格应为
                    refund-approval | decision id="refundApproval" | decision id="approval" | settings/refund-approval.dmn [读不懂]
                    """)
    void aFaultOfASettingIsFoundByWhatReadsItAtTheStart(String file, String text, String wrong, String finding)
            throws IOException {
        // given
        Path policy = PolicyFolder.withoutCases(folder.resolve("policy")).path();
        Path settings = Files.createDirectory(folder.resolve("settings"));
        for (Path packaged : settings()) {
            Files.copy(packaged, settings.resolve(packaged.getFileName()));
        }
        Path faulty = settings.resolve(file + ".dmn");
        assertThat(Files.readString(faulty)).contains(text);
        Files.writeString(faulty, Files.readString(faulty).replace(text, wrong));

        // when
        Run run = run(policy.toString());

        // then
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).anySatisfy(line -> assertThat(line).contains(finding));
    }

    @Test
    void aSettingThatNothingReadsIsFound() throws IOException {
        // given
        Path policy = PolicyFolder.withoutCases(folder.resolve("policy")).path();
        Path settings = Files.createDirectory(folder.resolve("settings"));
        for (Path packaged : settings()) {
            Files.copy(packaged, settings.resolve(packaged.getFileName()));
        }
        Files.writeString(
                settings.resolve("moods.dmn"),
                Files.readString(settings.resolve("refund-approval.dmn")).replace("refundApproval", "moods"));

        // when
        Run run = run(policy.toString());

        // then
        assertThat(run.out()).first().asString().startsWith("settings/moods.dmn [结构不合] 没有程序读这张设置表");
    }

    private static List<Path> settings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes", "settings"))) {
            return files.toList();
        }
    }

    @Test
    void aFolderWithoutCasesIsRefused() throws IOException {
        // given
        PolicyFolder.withoutCases(folder);
        Path cases = Files.createDirectory(folder.resolve("nothing"));

        // when
        Run run = run(folder.toString(), "--cases", cases.toString());

        // then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("没有案例文件");
    }

    @ParameterizedTest
    @CsvSource({
        "'a b', 用法",
        "'--cases', 用法",
        "'a --tables', 用法",
        "nowhere, 没有这个文件夹：nowhere",
        "'processes/policy --cases nowhere', 没有这个文件夹：nowhere"
    })
    void aCallThatCannotBeUsedSaysWhy(String arguments, String refusal) {
        // when
        Run run = run(arguments.split(" "));

        // then
        assertThat(run.err()).contains(refusal);
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SD2021-54,arrears,SILENT,2022-04-01,,because | 表头应为 document,family,is,from,until,because",
                "document,family,is,from,until,because~SD2021-54,arrears,MUTE,2022-04-01,,because | 第 2 行：is 只能是",
                "document,family,is,from,until,because~SD2021-54,arrears,SILENT,1 April,,because | 第 2 行：日期要写成 2022-04-01",
                "document,family,is,from,until,because~SD2021-54,arrears,SILENT,2022-04-01,, | 第 2 行：没有写理由",
                "document,family,is,from,until,because~SD2021-54,arrears | 第 2 行：有 2 格，表头有 6 列",
            })
    void anExceptionThatCannotBeReadIsRefusedWithFileAndLine(String lines, String refusal) throws IOException {
        // given
        PolicyFolder.withoutCases(folder);
        Files.writeString(folder.resolve("periods.csv"), lines.replace('~', '\n'));

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.err()).contains("periods.csv").contains(refusal);
        assertThat(run.status()).isEqualTo(2);
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CheckTables.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(
                status, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
