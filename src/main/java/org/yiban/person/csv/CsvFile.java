package org.yiban.person.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file: UTF-8, comma, header row, quotes as in RFC 4180.
 *
 * @param name the name it is called by in refusals
 * @param required columns that must be there
 * @param optional columns that may be there; any other is refused
 */
record CsvFile(String name, List<String> required, List<String> optional) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads the rows; what keeps the file from being read as a table is noted, and there are no rows then. */
    List<CsvRow> read(byte[] content, FileProblems problems) {
        if (content.length == 0) {
            return List.of();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(name, null, "文件应为UTF-8编码（在Excel中另存为“CSV UTF-8”）");
            return List.of();
        }
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text))) {
            return rows(parser, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CsvRow> rows(CSVParser parser, FileProblems problems) {
        try {
            return table(parser, problems);
        } catch (UncheckedIOException e) {
            problems.add(name + ":" + parser.getCurrentLineNumber(), null, "不是有效的CSV：引号没有配对");
            return List.of();
        }
    }

    private List<CsvRow> table(CSVParser parser, FileProblems problems) {
        List<CsvRow> rows = new ArrayList<>();
        List<String> header = null;
        for (CSVRecord record : parser) {
            if (header == null) {
                header = record.stream().map(String::strip).toList();
                if (!accept(header, problems)) {
                    return List.of();
                }
            } else if (record.size() != header.size()) {
                problems.add(
                        name + ":" + parser.getCurrentLineNumber(),
                        null,
                        "应有" + header.size() + "列，现有" + record.size() + "列");
            } else {
                rows.add(new CsvRow(name, parser.getCurrentLineNumber(), cells(header, record), problems));
            }
        }
        return rows;
    }

    private boolean accept(List<String> header, FileProblems problems) {
        boolean accepted = true;
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column)) {
                problems.add(name + ":1", column, "没有这一列；可用的列：" + String.join("、", allColumns()));
                accepted = false;
            } else if (!seen.add(column)) {
                problems.add(name + ":1", column, "列名重复");
                accepted = false;
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                problems.add(name + ":1", null, "缺少必需的列 " + column);
                accepted = false;
            }
        }
        return accepted;
    }

    private List<String> allColumns() {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        return all;
    }

    private static Map<String, String> cells(List<String> header, CSVRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = record.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        return cells;
    }
}
