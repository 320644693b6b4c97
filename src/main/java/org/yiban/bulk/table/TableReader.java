package org.yiban.bulk.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a table a row at a time. */
public final class TableReader {

    private TableReader() {}

    /**
     * Reads all rows that are not empty, the header among them.
     *
     * @param content the file; CSV is read as it comes, a workbook is held in memory whole
     * @throws UnreadableTableException if it is no such table
     */
    public static void read(TableFormat format, InputStream content, RowSink sink) throws IOException {
        if (format == TableFormat.CSV) {
            CsvTable.read(content, sink);
        } else {
            WorkbookTable.read(content.readAllBytes(), WorkbookTable.LARGEST_UNPACKED, sink);
        }
    }

    /** Takes the rows. */
    @FunctionalInterface
    public interface RowSink {

        /**
         * Takes one.
         *
         * @param number as a spreadsheet counts, from 1; empty rows are counted
         * @param cells as they are written, without the blanks around; a day as {@code yyyy-MM-dd}
         */
        void row(int number, List<String> cells);
    }
}
