package org.yiban.cockpit.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a whole list as it stands at one moment, some cases at a time, so that it takes no more memory than a page. */
@Component
class CaseExport {

    private static final int AT_A_TIME = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String DAYS = "yyyy-mm-dd";

    /** What spreadsheets take for a formula when they open a CSV file. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private record Column(String title, int width, Function<CaseRow, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("案号", 24, CaseRow::caseNumber),
            new Column("事项", 18, CaseRow::kindTitle),
            new Column("统筹区代码", 12, CaseRow::pool),
            new Column("统筹区", 18, CaseRow::poolName),
            new Column("参保人", 12, CaseRow::person),
            new Column("状态", 10, CaseRow::stateTitle),
            new Column("受理日", 12, CaseRow::acceptedOn),
            new Column("到期日", 12, CaseRow::dueOn),
            new Column("暂定", 6, row -> Boolean.TRUE.equals(row.provisional()) ? "暂定" : null),
            new Column("时限（工作日）", 14, CaseRow::target),
            new Column("时限性质", 10, CaseRow::natureTitle),
            new Column("延长（工作日）", 14, CaseRow::extended),
            new Column("已用（工作日）", 14, CaseRow::daysUsed),
            new Column("剩余（工作日）", 14, CaseRow::daysLeft),
            new Column("所在段", 10, CaseRow::legTitle),
            new Column("本段到期日", 12, CaseRow::legDueOn),
            new Column("本段剩余（工作日）", 18, CaseRow::legDaysLeft),
            new Column("暂停自", 12, CaseRow::pausedOn),
            new Column("暂停原因", 20, CaseRow::pauseReasonTitle),
            new Column("当前环节", 18, CaseRow::activityName),
            new Column("办理人", 12, CaseRow::assigneeName),
            new Column("登记时间", 22, row -> row.openedAt().toString()));

    private final ClockedCases cases;
    private final CaseRows rows;
    private final TransactionTemplate oneMoment;

    CaseExport(ClockedCases cases, CaseRows rows, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.rows = rows;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Comma-separated values in UTF-8, so marked for spreadsheets; text that looks like a formula begins with {@code '}. */
    void csv(CaseQuery query, OutputStream to) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.getOut().append(BYTE_ORDER_MARK);
        printer.printRecord(COLUMNS.stream().map(Column::title));
        each(query, row -> {
            try {
                printer.printRecord(
                        COLUMNS.stream().map(column -> harmless(column.value().apply(row))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    /** A workbook with days as days and numbers as numbers; text is text there, whatever it looks like. */
    void workbook(CaseQuery query, OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "Yiban", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("时限");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column).title());
                sheet.width(column, COLUMNS.get(column).width());
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(1, 1);
            int[] line = {0};
            each(query, row -> {
                line[0]++;
                for (int column = 0; column < COLUMNS.size(); column++) {
                    put(sheet, line[0], column, COLUMNS.get(column).value().apply(row));
                }
                if (line[0] % AT_A_TIME == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private void each(CaseQuery query, Consumer<CaseRow> consumer) {
        oneMoment.executeWithoutResult(status -> {
            CasePlace after = null;
            boolean more = true;
            while (more) {
                List<ListedCase> found = cases.find(query.after(after, AT_A_TIME));
                more = found.size() > AT_A_TIME;
                List<ListedCase> shown = more ? found.subList(0, AT_A_TIME) : found;
                rows.rows(shown).forEach(consumer);
                after = more ? cases.place(shown.get(AT_A_TIME - 1), query.order()) : null;
            }
        });
    }

    private static Object harmless(Object value) {
        return value instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : value;
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAYS).set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
