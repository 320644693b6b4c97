package org.yiban.policy.tables;

import java.util.Map;

/**
 * The row of a table that fired.
 *
 * @param table id of the table; {@code null} if no table had a row
 * @param version short digest of the table's file
 * @param rule id of the row
 * @param ruleText the row's annotation
 * @param row its outputs by name; {@code null} where a cell is empty
 */
public record Hit(String table, String version, String rule, String ruleText, Map<String, Object> row) {

    /** What stands at the end of the list, where no table had a row. */
    public static Hit none(Map<String, Object> row, String text) {
        return new Hit(null, null, null, text, row);
    }
}
