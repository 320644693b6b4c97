package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

class ExportCasesTest {

    private static final Path CASES = Path.of("processes", "policy", "cases");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);

    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    @Test
    void allPackagedCasesComeBackFromTheWorkbookAsTheyAre() {
        // given
        Path workbook = folder.resolve("cases.xlsx");

        // when
        Run run = run(workbook.toString());

        // then
        List<PolicyCase> written = cases(CASES);
        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        "已写入 %s：%d 个工作表，%d 个案例%n"
                                .formatted(workbook, CaseFiles.in(CASES).size(), written.size()),
                        ""));
        assertThat(cases(workbook))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(written)
                .hasSizeGreaterThan(800);
    }

    @Test
    void theWorkbookPassesAsItsFilesDo() throws IOException {
        // given
        Path files = Files.createDirectory(folder.resolve("files"));
        for (String name : List.of("suspension.csv", "deemed-service.csv")) {
            Files.copy(CASES.resolve(name), files.resolve(name));
        }
        Path workbook = folder.resolve("cases.xlsx");
        run(workbook.toString(), files.toString());

        // then
        assertThat(check(workbook)).isEqualTo(check(files)).endsWith(" passed, 0 failed");
    }

    @Test
    void theFirstSheetListsTheOthersWithTheFullNamesOfTheirFiles() throws IOException {
        // given
        Path workbook = folder.resolve("cases.xlsx");
        run(
                workbook.toString(),
                CASES.resolve("resident-contribution-boundaries.csv").toString());

        // when
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.toFile())) {
            Row listed = read.getFirstSheet().read().get(1);

            // then
            assertThat(read.getFirstSheet().getName()).isEqualTo("目录");
            assertThat(Stream.of(0, 1, 2).map(listed::getCellText))
                    .containsExactly("resident-contribution-boundarie", "resident-contribution-boundaries", "居民缴费");
            assertThat(read.getSheet(1).orElseThrow().getName()).isEqualTo("resident-contribution-boundarie");
        }
    }

    @Test
    void aFileThatExistsIsLeftAsItIs() throws IOException {
        // given
        Path workbook = Files.writeString(folder.resolve("cases.xlsx"), "mine");

        // when
        Run run = run(workbook.toString(), CASES.resolve("suspension.csv").toString());

        // then
        assertThat(run).isEqualTo(new Run(1, "", "文件已存在，未改动：" + workbook + System.lineSeparator()));
        assertThat(workbook).hasContent("mine");
    }

    @Test
    void twoFilesWhoseSheetsWouldHaveOneNameAreRefused() throws IOException {
        // given
        for (String name :
                List.of("resident-contribution-boundaries-a.csv", "resident-contribution-boundaries-b.csv")) {
            Files.writeString(folder.resolve(name), "case\nA\n");
        }

        // when
        Run run = run(folder.resolve("cases.xlsx").toString(), folder.toString());

        // then
        assertThat(run.err()).contains("工作表 resident-contribution-boundarie 出现两次");
        assertThat(run.status()).isEqualTo(2);
        assertThat(folder.resolve("cases.xlsx")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, 用法",
        "'a.xlsx b c', 2, 用法",
        "'a.xlsx --tables', 2, 用法",
        "'a.csv', 2, 工作簿的文件名要以 .xlsx 结尾",
        "'a.xlsx nowhere', 2, 没有这个文件或文件夹",
        "'a.xlsx src/main', 2, 文件夹里没有案例文件",
        "'a.xlsx README.md', 2, 还没有 README.md 这一类决策",
        "'nowhere/a.xlsx processes/policy/cases/suspension.csv', 1, 无法写入"
    })
    void aCallThatCannotBeUsedSaysWhy(String arguments, int status, String refusal) {
        // when
        Run run = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        // then
        assertThat(run.err()).contains(refusal);
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
    }

    private static List<PolicyCase> cases(Path fileOrFolder) {
        return CaseFiles.in(fileOrFolder).stream()
                .flatMap(file -> CaseFiles.open(file).stream())
                .flatMap(sheet -> CaseReader.read(sheet, POLICIES).stream())
                .toList();
    }

    private static String check(Path cases) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        CheckCases.run(List.of(cases.toString()), to, to);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ExportCases.run(
                Arrays.asList(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
