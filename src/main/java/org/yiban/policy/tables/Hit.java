package org.yiban.policy.tables;

import java.util.List;
import java.util.Map;

/**
 * The row of a table that fired.
 *
 * @param table id of the table
 * @param version short digest of the table's file
 * @param rule id of the row
 * @param ruleText the row's annotation
 * @param row its outputs by name; {@code null} where a cell is empty
 * @param checked the cells that made it fire, in the table's order
 */
public record Hit(
        String table, String version, String rule, String ruleText, Map<String, Object> row, List<Checked> checked) {

    /** The same hit, and the cells that made it. */
    Hit by(List<Checked> cells) {
        return new Hit(table, version, rule, ruleText, row, cells);
    }
}
