package org.yiban.bulk;

import java.util.List;

/**
 * What a kind found of a row: problems, or how it would be decided.
 *
 * @param number of the row
 * @param problems what keeps it from being accepted; empty if nothing does
 * @param preview the decision; {@code null} where there are problems
 */
public record ExaminedRow(int number, List<RowProblem> problems, RowPreview preview) {

    public ExaminedRow {
        problems = List.copyOf(problems);
        if (problems.isEmpty() == (preview == null)) {
            throw new IllegalArgumentException("row " + number + " has either problems or a preview");
        }
    }

    /** A row that cannot be accepted. */
    public static ExaminedRow refused(BulkRow row, List<RowProblem> problems) {
        return new ExaminedRow(row.number(), problems, null);
    }

    /** A row that can, and how it would be decided. */
    public static ExaminedRow accepted(BulkRow row, RowPreview preview) {
        return new ExaminedRow(row.number(), List.of(), preview);
    }
}
