package org.yiban.policy.tables;

import java.util.ArrayList;
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

    /** Those of the tables asked: fewest cells that fail first, then in the order of documents and rows. */
    static List<NearMiss> nearest(List<Speaker> speakers, List<Judged> asked) {
        List<NearMiss> nearest = new ArrayList<>(Findings.MOST_NEAR);
        int most = 0;
        for (Judged judged : asked) {
            most = Math.max(most, judged.table().lanes().size());
        }
        for (int cells = 1; cells <= most && nearest.size() < Findings.MOST_NEAR; cells++) {
            for (int i = 0; i < asked.size(); i++) {
                add(speakers.get(i), asked.get(i), cells, nearest);
            }
        }
        return nearest;
    }

    private static void add(Speaker speaker, Judged judged, int cells, List<NearMiss> nearest) {
        Table table = judged.table();
        long[] rules = judged.failing(cells);
        for (int i = Bits.next(rules, 0); i >= 0 && nearest.size() < Findings.MOST_NEAR; i = Bits.next(rules, i + 1)) {
            Table.TableRule rule = table.rules().get(i);
            nearest.add(new NearMiss(
                    speaker.instrument(), table.id(), table.version(), rule.id(), rule.text(), judged.failed(i)));
        }
    }
}
