package org.yiban.policy.tables;

import java.util.List;

/**
 * A rule that did not fire, and what kept it from firing.
 *
 * @param instrument the document it belongs to; {@code null} if its table stands for none
 * @param table id of its table
 * @param version short digest of the table's file
 * @param rule its id
 * @param ruleText its annotation
 * @param failed the cells that the facts stated do not pass, in the table's order; never none
 */
public record NearMiss(
        String instrument, String table, String version, String rule, String ruleText, List<Checked> failed) {

    public NearMiss {
        failed = List.copyOf(failed);
    }
}
