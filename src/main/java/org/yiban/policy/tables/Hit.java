package org.yiban.policy.tables;

import java.util.Map;

/**
 * The row of a table that fired.
 *
 * @param table id of the table
 * @param version short digest of the table's file
 * @param rule id of the row
 * @param ruleText the row's annotation
 * @param row its outputs by name; {@code null} where a cell is empty
 */
public record Hit(String table, String version, String rule, String ruleText, Map<String, Object> row) {}
