package org.yiban.policy.checks;

import java.util.BitSet;
import java.util.List;
import org.yiban.policy.tables.WrittenTable;

/**
 * The documents that are asked one after the other for a family, or a part of one, in a region on some business dates.
 *
 * @param asked the family, or {@code family/part}
 * @param province empty for every province that nothing names
 * @param pool {@code null} for every pool of the province that nothing names
 * @param dates pieces of the axis of business dates
 * @param rows the rows of the precedence that make them speak
 * @param tables their tables, one to each row
 */
record Chain(
        String asked,
        String province,
        String pool,
        BitSet dates,
        List<Precedence.Row> rows,
        List<WrittenTable> tables) {

    Chain {
        rows = List.copyOf(rows);
        tables = List.copyOf(tables);
    }

    /** Whether a part of a family is asked. */
    boolean ofPart() {
        return asked.contains("/");
    }
}
