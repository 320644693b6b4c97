package org.yiban.policy.checks;

import java.util.List;
import java.util.Map;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.tables.WrittenTable;

/**
 * A rule whose cells could be read.
 *
 * @param cells what its cells ask of each fact; two columns on one fact are two cells
 */
record ReadRule(WrittenTable table, WrittenTable.Rule rule, Map<String, List<CellTest>> cells) {}
