package org.yiban.bulk.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table a row at a time: every cell is text, so that nothing loses its form; text that a spreadsheet would take
 * for a formula is none.
 */
public abstract sealed class TableWriter implements Closeable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TEXT = "@";
    private static final int AT_A_TIME = 1000;
    private static final int WIDTH = 20;
    private static final int WIDE = 50;

    /** What spreadsheets take for a formula when they open a CSV file. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    /** Begins a table with its header. */
    public static TableWriter begin(TableFormat format, OutputStream to, List<String> header) throws IOException {
        TableWriter writer = format == TableFormat.CSV ? new Csv(to) : new Sheets(to, header.size());
        writer.row(header);
        return writer;
    }

    /** Writes the next row; {@code null} is an empty cell. */
    public abstract void row(List<String> cells) throws IOException;

    /** Adds a sheet that explains the columns, where the form has sheets. */
    public abstract void explanation(List<List<String>> rows) throws IOException;

    private static final class Csv extends TableWriter {

        private final CSVPrinter printer;

        Csv(OutputStream to) throws IOException {
            printer = new CSVPrinter(
                    new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
            printer.getOut().append(BYTE_ORDER_MARK);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (String cell : cells) {
                printer.print(cell == null ? "" : FORMULA.matcher(cell).matches() ? "'" + cell : cell);
            }
            printer.println();
        }

        @Override
        public void explanation(List<List<String>> rows) {
            // A CSV file is the table alone.
        }

        @Override
        public void close() throws IOException {
            printer.flush();
        }
    }

    private static final class Sheets extends TableWriter {

        private final Workbook workbook;
        private final Worksheet sheet;
        private int line;

        Sheets(OutputStream to, int columns) {
            workbook = new Workbook(to, "Yiban", "1.0");
            sheet = workbook.newWorksheet("数据");
            for (int column = 0; column < columns; column++) {
                sheet.width(column, WIDTH);
                sheet.style(column).format(TEXT).set();
            }
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) != null) {
                    sheet.value(line, column, cells.get(column));
                }
                if (line == 0) {
                    sheet.style(line, column).bold().format(TEXT).set();
                }
            }
            line++;
            if (line % AT_A_TIME == 0) {
                sheet.flush();
            }
        }

        @Override
        public void explanation(List<List<String>> rows) {
            Worksheet explained = workbook.newWorksheet(WorkbookTable.EXPLANATION);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    explained.value(row, column, rows.get(row).get(column));
                    explained.width(column, column == 0 ? WIDTH : WIDE);
                }
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
