package org.yiban.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiban.bulk.table.UnreadableTableException;
import org.yiban.kernel.ProblemException;

/** Which column of a kind stands where in a file. */
final class FileForm {

    /** What we add to a file that goes back; a file that comes again with it is taken without it. */
    static final String ROW_NUMBER = "行号";

    static final String WHAT_IS_WRONG = "错误说明";

    private final List<String> header;
    private final List<BulkColumn> columns;
    private final Map<String, BulkColumn> byName;

    private FileForm(List<String> header, List<BulkColumn> columns, BulkKind kind) {
        this.header = header;
        this.columns = columns;
        this.byName = kind.columns().stream().collect(Collectors.toMap(BulkColumn::name, Function.identity()));
    }

    /** @throws UnreadableTableException if a column is missing, unknown or there twice */
    static FileForm of(BulkKind kind, List<String> header) {
        Map<String, BulkColumn> byTitle =
                kind.columns().stream().collect(Collectors.toMap(BulkColumn::title, Function.identity()));
        List<BulkColumn> columns = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String title : header) {
            BulkColumn column = byTitle.get(title);
            if (column != null && columns.contains(column)) {
                wrong.add("“%s”出现两次".formatted(title));
            } else if (column == null
                    && !title.isEmpty()
                    && !Set.of(ROW_NUMBER, WHAT_IS_WRONG).contains(title)) {
                wrong.add("没有“%s”这一列".formatted(title.length() > 20 ? title.substring(0, 20) + "…" : title));
            }
            columns.add(column);
        }
        kind.columns().stream()
                .filter(column -> column.required() && !columns.contains(column))
                .forEach(column -> wrong.add("缺少“%s”".formatted(column.title())));
        if (!wrong.isEmpty()) {
            throw new UnreadableTableException("第一行应为列名，与模板一致：%s。可用的列：%s"
                    .formatted(
                            String.join("；", wrong.subList(0, Math.min(10, wrong.size()))),
                            kind.columns().stream().map(BulkColumn::title).collect(Collectors.joining("、"))));
        }
        return new FileForm(List.copyOf(header), columns, kind);
    }

    /** The titles as they stand in the file, without what we add ourselves. */
    List<String> header() {
        return keep(header);
    }

    /** The cells of a row below {@link #header}. */
    List<String> cells(List<String> cells) {
        return keep(cells);
    }

    private List<String> keep(List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != null) {
                kept.add(i < cells.size() ? cells.get(i) : "");
            }
        }
        return kept;
    }

    /** Reads the cells of a row that stand below the whole header. */
    Parsed parse(int number, List<String> cells) {
        Map<String, String> values = new HashMap<>();
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            BulkColumn column = columns.get(i);
            String cell = i < cells.size() ? cells.get(i) : "";
            if (column == null) {
                continue;
            }
            try {
                String value = CellReader.read(column, cell);
                if (value != null) {
                    values.put(column.name(), value);
                } else if (column.required()) {
                    problems.add(new RowProblem(column.name(), "必填"));
                }
            } catch (ProblemException e) {
                e.violations().forEach(violation -> problems.add(new RowProblem(column.name(), violation.message())));
            }
        }
        cells.stream()
                .skip(columns.size())
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .ifPresent(cell -> problems.add(new RowProblem(null, "这一行的列数比列名多")));
        return new Parsed(new BulkRow(number, values), problems);
    }

    /** What is wrong with a row, as one sentence for people. */
    String told(List<RowProblem> problems) {
        return problems.stream()
                .map(problem -> problem.column() == null || !byName.containsKey(problem.column())
                        ? problem.message()
                        : byName.get(problem.column()).title() + "：" + problem.message())
                .collect(Collectors.joining("；"));
    }

    /** The columns that stand in {@link #header}, in its order. */
    List<BulkColumn> columns() {
        return columns.stream().filter(column -> column != null).toList();
    }

    /**
     * A row as it was read.
     *
     * @param row the cells that are of their types
     * @param problems what is wrong with the others
     */
    record Parsed(BulkRow row, List<RowProblem> problems) {}
}
