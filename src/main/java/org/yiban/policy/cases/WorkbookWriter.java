package org.yiban.policy.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;

/**
 * Writes cases as a workbook: a list of the sheets, then a sheet for each case file. Every cell is text, so that
 * nothing loses its form; the header keeps the names of the contract, notes on it say them in Chinese and what may be
 * written, and columns with fixed values offer them.
 */
final class WorkbookWriter {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_LIST = 255;
    private static final int SPARE_ROWS = 200;
    private static final String TEXT = "@";
    private static final String HEADER_COLOUR = "DDEBF7";
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    private static final Map<String, String> OTHER_COLUMNS = Map.of(
            CaseReader.CASE, "案例名称",
            CaseReader.NOTE, "说明，不参与检查",
            CaseReader.ERROR, "应当拒绝回答：写出错误信息必须点到的事实，多项以 ; 相隔");

    private final Policies policies;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>(Set.of(WorkbookCases.CONTENTS));

    private WorkbookWriter(Policies policies, Workbook workbook) {
        this.policies = policies;
        this.workbook = workbook;
    }

    /** @throws CaseFileException if a sheet's family does not exist, a cell cannot be read, or two have the same name */
    static void write(List<CaseSheet> sheets, Policies policies, OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "yiban", null)) {
            new WorkbookWriter(policies, workbook).write(sheets);
        }
    }

    private void write(List<CaseSheet> sheets) {
        Worksheet contents = workbook.newWorksheet(WorkbookCases.CONTENTS);
        header(contents, List.of("工作表", "案例文件", "决策类别", "案例数"));
        int row = 1;
        for (CaseSheet sheet : sheets) {
            String name = sheetName(sheet);
            contents.value(row, 0, name);
            contents.value(row, 1, sheet.stem());
            contents.value(row, 2, policies.label(CaseReader.familyOf(sheet, policies)));
            contents.value(row, 3, sheet.rows().size() - 1);
            write(sheet, workbook.newWorksheet(name));
            row++;
        }
    }

    /** The file's name; the first characters of one that is longer than a spreadsheet allows. */
    private String sheetName(CaseSheet sheet) {
        String stem = sheet.stem();
        String name = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new CaseFileException(
                    "%s：工作表 %s 出现两次；工作表以文件名的前 %d 个字符为名".formatted(sheet.place(), name, LONGEST_NAME));
        }
        return name;
    }

    private void write(CaseSheet sheet, Worksheet worksheet) {
        String family = CaseReader.familyOf(sheet, policies);
        Map<String, Fact> facts =
                policies.declaredFacts(family).stream().collect(Collectors.toMap(Fact::name, Function.identity()));
        List<String> columns = texts(sheet.rows().get(0), List.of(), facts);
        header(worksheet, columns);
        int last = sheet.rows().size() - 1;
        worksheet
                .range(1, 0, last + SPARE_ROWS, columns.size() - 1)
                .style()
                .format(TEXT)
                .set();
        for (int row = 1; row <= last; row++) {
            List<String> cells = texts(sheet.rows().get(row), columns, facts);
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    worksheet.value(row, column, cells.get(column));
                }
            }
        }
        worksheet.setAutoFilter(0, 0, last, columns.size() - 1);
        for (int column = 0; column < columns.size(); column++) {
            explain(worksheet, column, columns.get(column), family, facts);
            offer(worksheet, column, facts.get(columns.get(column)), last + SPARE_ROWS);
        }
    }

    private static List<String> texts(CaseRow row, List<String> columns, Map<String, Fact> facts) {
        return Stream.iterate(0, column -> column < row.cells().size(), column -> column + 1)
                .map(column -> row.cells().get(column).text(type(column, columns, facts)))
                .toList();
    }

    private static FactType type(int column, List<String> columns, Map<String, Fact> facts) {
        Fact fact = column < columns.size() ? facts.get(columns.get(column)) : null;
        return fact == null ? FactType.TEXT : fact.type();
    }

    private static void header(Worksheet worksheet, List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            worksheet.value(0, column, columns.get(column));
            worksheet
                    .style(0, column)
                    .bold()
                    .fillColor(HEADER_COLOUR)
                    .format(TEXT)
                    .set();
            worksheet.width(
                    column,
                    Math.min(WIDEST, Math.max(NARROWEST, columns.get(column).length() + 4)));
        }
        worksheet.freezePane(1, 1);
    }

    private void explain(Worksheet worksheet, int column, String name, String family, Map<String, Fact> facts) {
        Fact fact = facts.get(name);
        String note = fact == null ? OTHER_COLUMNS.get(name) : fact.label() + "：" + fact.allowed();
        worksheet.comment(0, column, note == null ? resultLabel(name, family) + "；空格不比较" : note);
    }

    private String resultLabel(String column, String family) {
        return policies.declaredResults(family).stream()
                .filter(result -> column.equals(CaseReader.EXPECT + result.name()))
                .map(Result::label)
                .findFirst()
                .orElse(column);
    }

    /** Another value may be written all the same: cases of bad input need it. */
    private static void offer(Worksheet worksheet, int column, Fact fact, int lastRow) {
        String values = fact == null ? "" : String.join(",", values(fact));
        if (values.isEmpty() || values.length() > LONGEST_LIST) {
            return;
        }
        worksheet
                .range(1, column, lastRow, column)
                .validateWithListByFormula('"' + values + '"')
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .showErrorMessage(true)
                .errorTitle(fact.label())
                .error("通常只写列出的值；检查错误输入的案例可以写别的。");
    }

    private static Collection<String> values(Fact fact) {
        return fact.type() == FactType.FLAG
                ? List.of("true", "false")
                : fact.choices().keySet();
    }
}
