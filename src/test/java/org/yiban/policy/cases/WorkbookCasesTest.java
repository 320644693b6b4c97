package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiban.policy.cases.RawWorkbook.number;
import static org.yiban.policy.cases.RawWorkbook.row;
import static org.yiban.policy.cases.RawWorkbook.text;
import static org.yiban.policy.cases.RawWorkbook.typed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

class WorkbookCasesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);

    @TempDir
    Path folder;

    @Test
    void whatASpreadsheetMakesOfACellIsReadAsItWasMeant() throws IOException {
        // given
        Path file = new RawWorkbook()
                .sheet(
                        "suspension",
                        row(
                                1,
                                text("A1", "case"),
                                text("B1", "region"),
                                text("C1", "lastPaidMonth"),
                                text("D1", "retiredInsured"),
                                text("E1", "expect.suspended"),
                                text("F1", "expect.suspendedFrom")),
                        row(
                                3,
                                number("A3", 0, "1"),
                                number("B3", 0, "371500.0"),
                                number("C3", 2, "45017"),
                                typed("D3", "b", "0"),
                                typed("E3", "b", "1"),
                                number("F3", 1, "45078")),
                        row(5, text("A5", " B "), text("B5", "371500"), number("C5", 4, "45017"), text("D5", "FALSE")),
                        row(6, text("A6", "C"), text("B6", "371500"), number("C6", 5, "45017")))
                .write(folder.resolve("cases.xlsx"));

        // when
        List<PolicyCase> cases = CaseReader.read(WorkbookCases.read(file).get(0), POLICIES);

        // then
        assertThat(cases).extracting(PolicyCase::name).containsExactly("1", "B", "C");
        assertThat(cases).extracting(PolicyCase::line).containsExactly(3L, 5L, 6L);
        assertThat(cases.get(0).facts())
                .isEqualTo(Map.of("region", "371500", "lastPaidMonth", "2023-04", "retiredInsured", "false"));
        assertThat(cases.get(0).expected()).isEqualTo(Map.of("suspended", "true", "suspendedFrom", "2023-06-01"));
        assertThat(cases.get(1).facts()).isEqualTo(cases.get(0).facts());
        assertThat(cases.get(2).facts())
                .containsEntry("lastPaidMonth", "2023-04")
                .containsEntry("retiredInsured", "");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7.0000000000000007E-2, RATE, 0.07",
        "3, 7.0000000000000007E-2, RATE, 0.07",
        "0, 1E+2, COUNT, 100",
        "0, 2023, YEAR, 2023",
        "0, 6000.10, MONEY, 6000.1",
        "0, -1, COUNT, -1",
        "1, 45031, DATE, 2023-04-15",
        "2, 45031, MONTH, 2023-04-15",
        "1, 45017.5, DATE, 2023-04-01T12:00",
        "0, 45017, DATE, 45017",
    })
    void aNumberIsReadByItsFormatAndItsFact(int style, String number, FactType type, String read) throws IOException {
        // given
        Path file = new RawWorkbook()
                .sheet("arrears", row(1, number("A1", style, number)))
                .write(folder.resolve("cases.xlsx"));

        // when
        CaseCell cell = WorkbookCases.read(file).get(0).rows().get(0).cells().get(0);

        // then
        assertThat(cell.text(type)).isEqualTo(read);
    }

    @Test
    void emptySheetsRowsAndColumnsAndTheListOfSheetsArePassedOver() throws IOException {
        // given
        Path file = new RawWorkbook()
                .sheet("目录", row(1, text("A1", "工作表")))
                .sheet(
                        "arrears",
                        row(1, text("A1", "case"), text("B1", "note"), text("D1", "  ")),
                        row(2, text("A2", "A")),
                        row(3, text("A3", ""), number("B3", 0, "")),
                        row(900, "<c r=\"C900\" s=\"1\"/>"))
                .sheet("Sheet9")
                .write(folder.resolve("cases.xlsx"));

        // when
        List<CaseSheet> sheets = WorkbookCases.read(file);

        // then
        assertThat(sheets).extracting(CaseSheet::stem).containsExactly("arrears");
        assertThat(CaseReader.read(sheets.get(0), POLICIES)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsRefusedWithFileSheetRowAndColumn() throws IOException {
        // given
        String header = row(1, text("A1", "case"), text("B1", "actualMonths"));
        Path file = new RawWorkbook()
                .sheet("minimum-years", header, row(2, text("A2", "F"), "<c r=\"B2\"><f>12*10</f><v>120</v></c>"))
                .sheet("minimum-years-b", header, row(4, text("A4", "F"), typed("B4", "e", "#N/A")))
                .sheet("minimum-years-c", header, row(2, text("A2", "F"), text("AB2", "x")))
                .sheet(
                        "minimum-years-d",
                        row(1, text("A1", "case"), text("C1", "actualMonths")),
                        row(2, text("A2", "F")))
                .sheet("Sheet9", header)
                .write(folder.resolve("cases.xlsx"));

        // then
        assertThat(WorkbookCases.read(file).stream().map(this::refusal))
                .containsExactly(
                        file + " 工作表 minimum-years 第 2 行 B 列：是公式（=12*10），请改成它的值",
                        file + " 工作表 minimum-years-b 第 4 行 B 列：是错误值（#N/A）",
                        file + " 工作表 minimum-years-c 第 2 行：有 28 格，表头有 2 列",
                        file + " 工作表 minimum-years-d 第 1 行：第 2 列没有列名",
                        file + " 工作表 Sheet9：还没有 Sheet9 这一类决策，其中的案例没有检查；现有：" + String.join("、", POLICIES.families()));
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedByName() throws IOException {
        // given
        byte[] encryptedOrOld = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        Path whole =
                new RawWorkbook().sheet("arrears", row(1, text("A1", "case"))).write(folder.resolve("whole.xlsx"));
        Path malformed = new RawWorkbook().sheet("arrears", "<row r=\"1\"><c>").write(folder.resolve("malformed.xlsx"));
        Path empty = new RawWorkbook().sheet("arrears").write(folder.resolve("empty.xlsx"));

        // then
        assertRefused(write("locked.xlsx", encryptedOrOld), "加了密码，或者是旧格式（.xls）");
        assertRefused(write("text.xlsx", "case,region,paidOn".getBytes()), "不是 .xlsx 工作簿");
        assertRefused(write("short.xlsx", new byte[] {'P', 'K'}), "不是 .xlsx 工作簿");
        assertRefused(write("cut.xlsx", java.util.Arrays.copyOf(Files.readAllBytes(whole), 200)), "这个工作簿读不懂");
        assertRefused(malformed, "这个工作簿读不懂");
        assertRefused(empty, "没有案例");
        assertRefused(folder.resolve("nowhere.xlsx"), "读不到");
    }

    @Test
    void aFolderHoldsCasesOfBothKindsButNotWhatAnOpenSpreadsheetKeeps() throws IOException {
        // given
        for (String name : List.of("b.xlsx", "a.csv", "~$b.xlsx", ".~b.xlsx", "c.txt")) {
            write(name, new byte[0]);
        }

        // then
        assertThat(CaseFiles.in(folder)).containsExactly(folder.resolve("a.csv"), folder.resolve("b.xlsx"));
    }

    private String refusal(CaseSheet sheet) {
        try {
            return CaseReader.read(sheet, POLICIES).toString();
        } catch (CaseFileException e) {
            return e.getMessage();
        }
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> WorkbookCases.read(file))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith(file + "：" + why);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
