package org.yiban.bulk.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated values: UTF-8, quotes as in RFC 4180. */
final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What we put before a text that would be taken for a formula is taken away again. */
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@].*", Pattern.DOTALL);

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvTable() {}

    static void read(InputStream content, TableReader.RowSink sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        try (CSVParser parser = CSVParser.builder()
                .setReader(withoutMark(reader))
                .setFormat(FORMAT)
                .get()) {
            for (CSVRecord row : parser) {
                List<String> cells = row.stream().map(CsvTable::cell).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    sink.row(Math.toIntExact(row.getRecordNumber()), cells);
                }
            }
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableTableException("不是有效的 CSV（" + e.getMessage() + "）；引号须配对");
        }
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        try {
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (CharacterCodingException e) {
            throw unreadable(e);
        }
        return reader;
    }

    private static String cell(String written) {
        String text = written.strip();
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }

    private static UnreadableTableException unreadable(Exception e) throws UnreadableTableException {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return new UnreadableTableException(
                cause instanceof CharacterCodingException
                        ? "文件应为 UTF-8 编码：在电子表格软件里另存为“CSV UTF-8（逗号分隔）”"
                        : "不是有效的 CSV：引号没有配对");
    }
}
