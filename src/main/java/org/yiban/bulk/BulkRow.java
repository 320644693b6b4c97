package org.yiban.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * A row whose cells are all of their columns' types.
 *
 * @param number the row's number in the file as a spreadsheet counts: the header is row 1
 * @param values by the columns' names, in their normal form; an empty cell is absent, a choice stands as what it means
 */
public record BulkRow(int number, Map<String, String> values) {

    public BulkRow {
        values = Map.copyOf(values);
    }

    /** A cell's text; {@code null} if it is empty. */
    public String text(String column) {
        return values.get(column);
    }

    /** A cell of a column of days; {@code null} if it is empty. */
    public LocalDate date(String column) {
        String text = text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    /** A cell of a column of months; {@code null} if it is empty. */
    public YearMonth month(String column) {
        String text = text(column);
        return text == null ? null : YearMonth.parse(text);
    }

    /** A cell of a column of money in yuan, with two decimals; {@code null} if it is empty. */
    public BigDecimal money(String column) {
        String text = text(column);
        return text == null ? null : new BigDecimal(text);
    }

    /** Says which row, nothing of its contents: they never slip into a log. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
