package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.support.PolicyFolder;

class CheckCasesTest {

    private static final String HEADER =
            "case,fromRegion,toRegion,acceptedOn,expect.outcome,expect.workingDays,expect.dueOn,expect.basis,expect.error\n";

    @TempDir
    Path folder;

    private record Run(int status, List<String> out, String err) {
        String lastLine() {
            return out.get(out.size() - 1);
        }
    }

    @Test
    void casesThatHoldPass() {
        // given
        write(
                "transfer-deadline.csv",
                HEADER
                        + "A,370800,371500,2023-03-06,DECIDED,9.0,2023-03-17,SD2021-54 art.(九)[2],\n"
                        + "\n"
                        + "B,371500,370800,2023-02-29,,,,,acceptedOn\n"
                        + "C,370800,371500,2023-03-06,,,,,\n");

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.out()).containsExactly("3 passed, 0 failed");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'X,370800,371500,2023-03-06,REFER,,,,', expect.outcome 期望 REFER，实得 DECIDED",
        "'X,370800,371500,2023-03-06,,15,,,', expect.workingDays 期望 15，实得 9",
        "'X,370800,371500,2023-03-06,,nine,,,', expect.workingDays 期望 nine，实得 9",
        "'X,370800,371500,2023-03-06,,,2023-03-18,,', expect.dueOn 期望 2023-03-18，实得 2023-03-17",
        "'X,370800,371500,2021-11-30,,9,,,', expect.workingDays 期望 9，实得 （空）",
        "'X,370800,371500,2023-03-06,,,,NAT2021-43,', expect.basis 期望 NAT2021-43，实得 SD2021-54 art.(九)[2]",
        "'X,370800,371500,2023-02-29,DECIDED,,,,', expect.error 期望 （空），实得 acceptedOn：",
        "'X,370800,37150,2023-03-06,,,,,acceptedOn', expect.error 期望 acceptedOn，实得 toRegion：",
        "'X,370800,371500,2023-03-06,,,,,toRegion', expect.error 期望 toRegion，实得 {outcome=DECIDED",
    })
    void aCaseThatFailsIsPrintedWithWhatWasExpectedAndWhatCameOut(String row, String printed) {
        // given
        Path file =
                write("transfer-deadline-extra.csv", HEADER + "A,370800,371500,2023-03-06,DECIDED,,,,\n" + row + "\n");

        // when
        Run run = run(file.toString());

        // then
        assertThat(run.out().get(0)).startsWith(file + ":3 X " + printed);
        assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void theOrderOfPartsCountsWhereTheFamilySaysSo() {
        // given
        String header = "case,region,assessedOn,ground,from,to,schemeStart,expect.outcome,expect.countedMonths\n";
        String facts = ",220000,2023-03-06,CONTINUOUS_SERVICE,1999-12,2000-03,2000-01,";
        Path file = write(
                "deemed-service.csv",
                header + "A" + facts + "COUNTED;NOT_COUNTED,1;0\n" + "B" + facts + "NOT_COUNTED;COUNTED,0;1\n");

        // when
        Run run = run(file.toString());

        // then
        assertThat(run.out())
                .containsExactly(
                        file + ":3 B expect.outcome 期望 NOT_COUNTED;COUNTED，实得 COUNTED;NOT_COUNTED",
                        file + ":3 B expect.countedMonths 期望 0;1，实得 1;0",
                        "1 passed, 1 failed");
    }

    @Test
    void aFamilyThatDoesNotExistIsNamedAndTheOthersAreCheckedAllTheSame() {
        // given
        write("transfer-deadline.csv", HEADER + "A,370800,371500,2023-03-06,DECIDED,,,,\n");
        write("unheard-of.csv", "case,region\nB,371500\n");

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.err()).contains("unheard-of.csv").contains("还没有 unheard-of 这一类决策");
        assertThat(run.out()).containsExactly("1 passed, 0 failed");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case,fromRegion,color,expect.taste~A,370800,red,sweet | 第 1 行：不认识的列 color、expect.taste",
                "fromRegion,toRegion~370800,371500 | 第 1 行：缺少列 case",
                "case,toRegion,toRegion~A,1,2 | 第 1 行：有的列出现两次",
                "case,fromRegion,toRegion~A,370800,371500~B,370800 | 第 3 行：有 2 格，表头有 3 列",
                "case,fromRegion,toRegion~,370800,371500 | 第 2 行：没有案例名",
                "case,fromRegion,toRegion~ | 没有案例",
            })
    void aMalformedFileIsRefusedWithFileAndLine(String lines, String refusal) {
        // given
        Path file = write("transfer-deadline.csv", lines.replace('~', '\n'));

        // when
        Run run = run(file.toString());

        // then
        assertThat(run.err()).contains(file.toString()).contains(refusal);
        assertThat(run.lastLine()).isEqualTo("0 passed, 0 failed");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        // given
        Files.write(folder.resolve("transfer-deadline.csv"), new byte[] {'c', 'a', 's', 'e', '\n', (byte) 0xC0, '\n'});

        // when
        Run run = run(folder.toString());

        // then
        assertThat(run.err()).contains("UTF-8");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void tablesOfAFolderAreAskedInsteadOfThePackagedOnes() throws IOException {
        // given
        Path tables = copyTables();
        Path shandong = tables.resolve("370000-shandong").resolve("transfer-deadline.dmn");
        Files.writeString(shandong, Files.readString(shandong).replace("<text>9</text>", "<text>8</text>"));
        Path file = write("transfer-deadline.csv", HEADER + "A,370800,371500,2023-03-06,DECIDED,8,,,\n");

        // when
        Run changed = run(file.toString(), "--tables", tables.toString());
        Run packaged = run(file.toString());

        // then
        assertThat(changed.lastLine()).isEqualTo("1 passed, 0 failed");
        assertThat(packaged.lastLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void aTableWithTwoRowsForOneCaseFailsTheCaseByName() throws IOException {
        // given
        Path tables = copyTables();
        Path shandong = tables.resolve("370000-shandong").resolve("transfer-deadline.dmn");
        Files.writeString(
                shandong, Files.readString(shandong).replace("<text>\"WITHIN_PROVINCE\"</text>", "<text>-</text>"));
        Path file = write("transfer-deadline.csv", HEADER + "A,410100,371500,2023-03-06,DECIDED,,,,\n");

        // when
        Run run = run(file.toString(), "--tables", tables.toString());

        // then
        assertThat(run.out().get(0)).contains("A case").contains("决策表 transferDeadline_370000_SD2021_54 不能作答");
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 用法",
        "'a b c d', 用法",
        "'--tables x', 用法",
        "'nowhere/cases.csv', 没有这个文件或文件夹",
        "'src/test --tables src', 没有 precedence.dmn",
        "'src/test', 没有案例文件"
    })
    void aCallThatCannotBeUsedSaysWhy(String arguments, String refusal) {
        // when
        Run run = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        // then
        assertThat(run.err()).contains(refusal);
        assertThat(run.status()).isEqualTo(2);
    }

    private Path copyTables() {
        return PolicyFolder.ofTables(folder.resolve("tables")).path();
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CheckCases.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(
                status, out.toString(StandardCharsets.UTF_8).lines().toList(), err.toString(StandardCharsets.UTF_8));
    }
}
