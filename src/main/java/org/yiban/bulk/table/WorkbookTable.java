package org.yiban.bulk.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the first sheet of a workbook; a sheet {@value #EXPLANATION} may stand behind it. */
final class WorkbookTable {

    /** The sheet on which a template explains its columns. */
    static final String EXPLANATION = "填写说明";

    /** More than two hundred thousand rows of thirty columns take unpacked; what unpacks to more is not read. */
    static final long LARGEST_UNPACKED = 1L << 30;

    private static final int MOST_ENTRIES = 1000;
    private static final int HEADER_BYTES = 8;
    private static final int PIECE = 1 << 16;
    /** A spreadsheet keeps numbers in binary and shows fifteen digits of them. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern TOO_LONG = Pattern.compile("[0-9]{16,}|.*[Ee]\\+?[0-9]{2,}");
    private static final Pattern NOT_A_DATE_PART = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DATE_PART = Pattern.compile("[yYmMdD]");

    private WorkbookTable() {}

    static void read(byte[] content, long largestUnpacked, TableReader.RowSink sink) throws IOException {
        requireWorkbook(content);
        requireModestSize(content, largestUnpacked);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (Sheet other : sheets.subList(Math.min(1, sheets.size()), sheets.size())) {
                requireNothingOn(other);
            }
            if (!sheets.isEmpty()) {
                read(sheets.get(0), sink);
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new UnreadableTableException("这个工作簿读不懂（" + e.getMessage() + "）；请用电子表格软件另存为 .xlsx");
        }
    }

    private static void read(Sheet sheet, TableReader.RowSink sink) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>(row.getCellCount());
                boolean empty = true;
                for (int column = 0; column < row.getCellCount(); column++) {
                    String text =
                            row.getOptionalCell(column).map(WorkbookTable::text).orElse("");
                    cells.add(text);
                    empty = empty && text.isEmpty();
                }
                if (!empty) {
                    sink.row(row.getRowNum(), cells);
                }
            });
        }
    }

    private static void requireNothingOn(Sheet sheet) throws IOException {
        if (sheet.getName().equals(EXPLANATION)) {
            return;
        }
        try (Stream<Row> rows = sheet.openStream()) {
            boolean filled = rows.anyMatch(row ->
                    row.stream().anyMatch(cell -> cell != null && !text(cell).isEmpty()));
            if (filled) {
                throw new UnreadableTableException("工作表“%s”里也有内容；请把全部数据放在第一张工作表".formatted(sheet.getName()));
            }
        }
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.asString().strip();
            case BOOLEAN -> cell.asBoolean().toString();
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell);
            case FORMULA -> "=" + cell.getFormula();
            case ERROR -> cell.getRawValue();
            case EMPTY -> "";
        };
    }

    /** What was typed, as far as a spreadsheet keeps it; a number too long for that as it was written. */
    private static String number(Cell cell) {
        String raw = cell.getRawValue();
        return TOO_LONG.matcher(raw).matches()
                ? raw
                : cell.asNumber().round(SHOWN).stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** Built-in formats have numbers; 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean versions. */
    private static boolean isDate(Cell cell) {
        Integer format = cell.getDataFormatId();
        if (format == null) {
            return false;
        }
        boolean builtIn = format >= 14 && format <= 17
                || format == 22
                || format >= 27 && format <= 36
                || format >= 50 && format <= 58;
        String pattern = cell.getDataFormatString();
        return builtIn
                || pattern != null
                        && DATE_PART
                                .matcher(NOT_A_DATE_PART.matcher(pattern).replaceAll(""))
                                .find();
    }

    private static void requireWorkbook(byte[] content) {
        boolean complete = content.length >= HEADER_BYTES;
        byte[] header = complete ? Arrays.copyOf(content, HEADER_BYTES) : content;
        if (complete && ReadableWorkbook.isOLE2Header(header)) {
            throw new UnreadableTableException("文件加了密码，或者是旧格式（.xls）；请另存为不带密码的 .xlsx");
        }
        if (!complete || !ReadableWorkbook.isOOXMLZipHeader(header)) {
            throw new UnreadableTableException("不是 .xlsx 工作簿");
        }
    }

    /** Unpacks once and counts, before a reader believes what the file says of its own sizes. */
    private static void requireModestSize(byte[] content, long largestUnpacked) {
        long unpacked = 0;
        int entries = 0;
        byte[] piece = new byte[PIECE];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                try (InputStream packed = zip.getInputStream(entry)) {
                    for (int read = packed.read(piece); read > 0; read = packed.read(piece)) {
                        unpacked += read;
                        requireModest(unpacked <= largestUnpacked);
                    }
                }
                requireModest(entries <= MOST_ENTRIES);
            }
        } catch (IOException e) {
            throw new UnreadableTableException("这个工作簿已损坏（" + e.getMessage() + "）；请用电子表格软件另存为 .xlsx");
        }
    }

    private static void requireModest(boolean modest) {
        if (!modest) {
            throw new UnreadableTableException("这个工作簿解开后过大，请分成几个文件");
        }
    }
}
