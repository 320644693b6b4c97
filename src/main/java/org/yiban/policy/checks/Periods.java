package org.yiban.policy.checks;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.sources.Document;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.Speaker;
import org.yiban.policy.tables.WrittenTable;

/**
 * Business dates on which a document speaks outside its own period, or says nothing within it, each with its reason:
 * {@code periods.csv} beside the tables.
 */
final class Periods {

    private static final String FILE = "periods.csv";
    private static final List<String> COLUMNS = List.of("document", "family", "is", "from", "until", "because");
    private static final String SPEAKING = "SPEAKING";
    private static final String SILENT = "SILENT";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private record Exempt(String document, String asked, boolean speaking, CellTest dates) {

        String table() {
            return Speaker.camelCase(asked) + "_";
        }
    }

    private final List<Exempt> exceptions = new ArrayList<>();

    private Periods(String name, String content) {
        try (CSVParser rows = CSVParser.builder()
                .setReader(new StringReader(content))
                .setFormat(FORMAT)
                .get()) {
            boolean header = true;
            for (CSVRecord row : rows) {
                if (header && !row.toList().equals(COLUMNS)) {
                    throw wrong(name, rows, "表头应为 " + String.join(",", COLUMNS), null);
                }
                if (!header) {
                    exceptions.add(read(name, rows, row));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new DecisionTableException("%s 不是有效的 CSV 文件".formatted(name), e);
        }
    }

    /** Those packaged with the application. */
    static Periods packaged() {
        try {
            return new Periods(
                    FILE, new ClassPathResource("processes/policy/" + FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DecisionTableException("读不到随系统的 " + FILE, e);
        }
    }

    /**
     * Those of a folder laid out as {@code processes/policy} is; the packaged ones if it has no such file.
     *
     * @throws DecisionTableException naming file and line if something in it cannot be read
     */
    static Periods in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return packaged();
        }
        try {
            return new Periods(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new DecisionTableException("读不到 %s，或不是 UTF-8 编码".formatted(file), e);
        }
    }

    /** The business dates on which a document says it is in force. */
    CellTest of(Document document) {
        return Tests.period(document.inForceFrom(), document.inForceUntil());
    }

    /** Dates outside its period on which a document speaks to a family or a part of one. */
    Stream<CellTest> speaking(String document, String asked) {
        return dates(document, asked, true);
    }

    /** Dates within its period on which a document says nothing to a family or a part of one. */
    Stream<CellTest> silent(String document, String asked) {
        return dates(document, asked, false);
    }

    private Stream<CellTest> dates(String document, String asked, boolean speaking) {
        return exceptions.stream()
                .filter(found -> found.speaking() == speaking
                        && found.document().equals(document)
                        && found.asked().equals(asked))
                .map(Exempt::dates);
    }

    /** Dates on which a table has no row. */
    Stream<CellTest> silent(WrittenTable table) {
        return exceptions.stream()
                .filter(found -> !found.speaking()
                        && table.id().startsWith(found.table())
                        && table.id().endsWith("_" + found.document().replace('-', '_')))
                .map(Exempt::dates);
    }

    /** All dates that anything here is about. */
    List<CellTest> all() {
        return exceptions.stream().map(Exempt::dates).toList();
    }

    private static Exempt read(String name, CSVParser rows, CSVRecord row) {
        if (row.size() != COLUMNS.size()) {
            throw wrong(name, rows, "有 %d 格，表头有 %d 列".formatted(row.size(), COLUMNS.size()), null);
        }
        if (!List.of(SPEAKING, SILENT).contains(row.get(2))) {
            throw wrong(name, rows, "is 只能是 %s（期间以外作答）或 %s（期间以内不作答）".formatted(SPEAKING, SILENT), null);
        }
        if (row.get(5).isBlank()) {
            throw wrong(name, rows, "没有写理由（because）", null);
        }
        try {
            LocalDate from = LocalDate.parse(row.get(3));
            LocalDate until = row.get(4).isEmpty() ? null : LocalDate.parse(row.get(4));
            return new Exempt(row.get(0), row.get(1), row.get(2).equals(SPEAKING), Tests.period(from, until));
        } catch (DateTimeException e) {
            throw wrong(name, rows, "日期要写成 2022-04-01", e);
        }
    }

    private static DecisionTableException wrong(String name, CSVParser rows, String what, Throwable cause) {
        return new DecisionTableException("%s 第 %d 行：%s".formatted(name, rows.getCurrentLineNumber(), what), cause);
    }
}
