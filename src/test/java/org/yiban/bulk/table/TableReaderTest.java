package org.yiban.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableReaderTest {

    @Test
    void csvIsReadWithQuotesAndEmptyRowsAreCountedButNotRead() throws IOException {
        assertThat(csv("\uFEFF姓名,说明\r\n\r\n 虚构·甲 ,\"一,二\r\n三\"\r\n,\r\n虚构·乙,''\r\n"))
                .containsExactly(
                        new Line(1, List.of("姓名", "说明")),
                        new Line(3, List.of("虚构·甲", "一,二\r\n三")),
                        new Line(5, List.of("虚构·乙", "''")));
    }

    @Test
    void anotherEncodingAndQuotesThatDoNotCloseAreRefused() {
        assertThatThrownBy(() -> read(TableFormat.CSV, "姓名\r\n虚构·甲".getBytes(Charset.forName("GB18030"))))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> csv("姓名\r\n\"虚构·甲"))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("引号");
    }

    @Test
    void aWorkbookIsReadAsItIsShown() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "A");
            sheet.value(2, 0, new BigDecimal("0.1").add(new BigDecimal("0.20000000000000007")));
            sheet.value(2, 1, LocalDate.of(2026, 2, 12));
            sheet.style(2, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 2, "389900199001011239");
            sheet.formula(2, 3, "1+1");
            sheet.value(2, 4, new BigDecimal("3.89900199001011E17"));
            sheet.value(2, 5, 20260212);
        });

        assertThat(read(TableFormat.XLSX, file))
                .containsExactly(
                        new Line(1, List.of("A")),
                        new Line(
                                3,
                                List.of(
                                        "0.3",
                                        "2026-02-12",
                                        "389900199001011239",
                                        "=1+1",
                                        "3.89900199001011E+17",
                                        "20260212")));
    }

    @Test
    void aSecondSheetMayExplainButNotHoldRows() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            workbook.newWorksheet("数据").value(0, 0, "A");
            workbook.newWorksheet("填写说明").value(0, 0, "列");
            workbook.newWorksheet("空");
        }
        assertThat(read(TableFormat.XLSX, file.toByteArray())).containsExactly(new Line(1, List.of("A")));

        file.reset();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            workbook.newWorksheet("数据").value(0, 0, "A");
            workbook.newWorksheet("续").value(0, 0, "B");
        }
        assertThatThrownBy(() -> read(TableFormat.XLSX, file.toByteArray())).hasMessageContaining("“续”里也有内容");
    }

    @Test
    void whatIsNoWorkbookOrUnpacksToTooMuchIsRefused() throws IOException {
        assertThatThrownBy(() -> read(TableFormat.XLSX, "name\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("不是 .xlsx 工作簿");

        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(new byte[1 << 20]);
        }
        assertThat(bomb.size()).isLessThan(1 << 12);
        assertThatThrownBy(() -> WorkbookTable.read(bomb.toByteArray(), 1 << 19, (number, cells) -> {}))
                .hasMessageContaining("过大");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void whatIsWrittenIsReadAgainAndIsNoFormula(TableFormat format) throws IOException {
        List<String> row = Arrays.asList("虚构·甲", "389900199001011239", "@x", "-5", null, "+1");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.begin(format, file, List.of("A", "B", "C", "D", "E", "F"))) {
            writer.row(row);
            writer.explanation(List.of(List.of("列")));
        }

        assertThat(read(format, file.toByteArray()).get(1).cells())
                .containsExactly("虚构·甲", "389900199001011239", "@x", "-5", "", "+1");
        if (format == TableFormat.CSV) {
            assertThat(file.toString(StandardCharsets.UTF_8)).contains("'@x,'-5,,'+1");
        }
    }

    private static List<Line> csv(String text) throws IOException {
        return read(TableFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> read(TableFormat format, byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        TableReader.read(format, new ByteArrayInputStream(file), (number, cells) -> lines.add(new Line(number, cells)));
        return lines;
    }

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            content.accept(workbook.newWorksheet("数据"));
        }
        return file.toByteArray();
    }

    private record Line(int number, List<String> cells) {}
}
