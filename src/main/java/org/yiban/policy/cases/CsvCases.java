package org.yiban.policy.cases;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads cases from CSV files: UTF-8, a header, every cell as it is written. */
final class CsvCases {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private CsvCases() {}

    static CaseSheet read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(file.toString(), CaseFiles.stem(file.getFileName().toString()), reader);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** @param place what messages call it */
    static CaseSheet read(String place, String stem, Reader reader) {
        List<CaseRow> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            for (CSVRecord row : parser) {
                rows.add(new CaseRow(
                        parser.getCurrentLineNumber(),
                        row.stream().map(CsvCases::cell).toList()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(place, e);
        }
        return new CaseSheet(place, stem, rows);
    }

    private static CaseCell cell(String written) {
        String text = written.replace(BYTE_ORDER_MARK, "").strip();
        return type -> text;
    }

    private static CaseFileException unreadable(String place, Exception cause) {
        return new CaseFileException("%s：读不到，或不是 UTF-8 编码的 CSV 文件（%s）".formatted(place, cause.getMessage()));
    }
}
