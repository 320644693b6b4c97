package org.yiban.policy.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Policies;

/**
 * A CSV file of cases of one family, named {@code <family>.csv} or {@code <family>-<word>.csv}: {@code case}, the
 * family's facts, the expected results prefixed {@code expect.}, {@code note}. An empty cell is not stated, or not
 * compared.
 */
final class CaseFile {

    private static final String EXTENSION = ".csv";
    private static final String CASE = "case";
    private static final String NOTE = "note";
    private static final String EXPECT = "expect.";
    private static final String BASIS = "expect.basis";
    private static final String ERROR = "expect.error";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Path path;
    private final Policies policies;
    private final String family;

    private CaseFile(Path path, Policies policies) {
        this.path = path;
        this.policies = policies;
        this.family = familyOf(path, policies);
    }

    /** The case files of a folder, by name; the file itself if it is one. */
    static List<Path> in(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CaseFileException("%s：读不到文件夹".formatted(fileOrFolder));
        }
    }

    /**
     * Reads the cases of a file.
     *
     * @throws CaseFileException if the file cannot be read, its family does not exist, or a column or row is malformed
     */
    static List<PolicyCase> read(Path path, Policies policies) {
        return new CaseFile(path, policies).read();
    }

    private static String familyOf(Path path, Policies policies) {
        String stem = path.getFileName().toString().replace(EXTENSION, "");
        return policies.families().stream()
                .filter(family -> stem.equals(family) || stem.startsWith(family + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new CaseFileException("%s：还没有 %s 这一类决策，其中的案例没有检查；现有：%s"
                        .formatted(path, stem, String.join("、", policies.families()))));
    }

    private List<PolicyCase> read() {
        try (BufferedReader reader = Files.newBufferedReader(path);
                CSVParser rows =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            List<String> columns = null;
            List<PolicyCase> cases = new ArrayList<>();
            for (CSVRecord row : rows) {
                long line = rows.getCurrentLineNumber();
                if (columns == null) {
                    columns = columns(row, line);
                } else {
                    cases.add(policyCase(columns, row, line));
                }
            }
            if (cases.isEmpty()) {
                throw new CaseFileException("%s：没有案例".formatted(path));
            }
            return cases;
        } catch (IOException | UncheckedIOException e) {
            throw new CaseFileException("%s：读不到，或不是 UTF-8 编码的 CSV 文件（%s）".formatted(path, e.getMessage()));
        }
    }

    private List<String> columns(CSVRecord header, long line) {
        List<String> columns = header.stream()
                .map(name -> name.replace(BYTE_ORDER_MARK, "").strip())
                .toList();
        List<String> unknown =
                columns.stream().filter(column -> !isKnown(column)).toList();
        if (!unknown.isEmpty()) {
            throw wrong(line, "不认识的列 " + String.join("、", unknown));
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw wrong(line, "有的列出现两次");
        }
        if (!columns.contains(CASE)) {
            throw wrong(line, "缺少列 " + CASE);
        }
        return columns;
    }

    private boolean isKnown(String column) {
        boolean result =
                column.startsWith(EXPECT) && policies.results(family).contains(column.substring(EXPECT.length()));
        return result
                || column.equals(CASE)
                || column.equals(NOTE)
                || column.equals(ERROR)
                || policies.facts(family).contains(column);
    }

    private PolicyCase policyCase(List<String> columns, CSVRecord row, long line) {
        if (row.size() != columns.size()) {
            throw wrong(line, "有 %d 格，表头有 %d 列".formatted(row.size(), columns.size()));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.get(i).strip();
            if (policies.facts(family).contains(column)) {
                facts.put(column, cell);
            } else if (column.equals(BASIS) || !column.startsWith(EXPECT) || column.equals(ERROR)) {
                other.put(column, cell);
            } else if (!cell.isEmpty()) {
                expected.put(column.substring(EXPECT.length()), cell);
            }
        }
        if (other.get(CASE).isEmpty()) {
            throw wrong(line, "没有案例名（列 %s）".formatted(CASE));
        }
        return new PolicyCase(
                other.get(CASE),
                family,
                line,
                facts,
                expected,
                ProvisionReference.parseList(other.get(BASIS)),
                Lists.split(other.get(ERROR)));
    }

    private CaseFileException wrong(long line, String what) {
        return new CaseFileException("%s 第 %d 行：%s".formatted(path, line, what));
    }
}
