package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each table by itself, over all facts that it asks: no combination hits two rules of a UNIQUE table, and the engine hits
 * the rules that its cells, judged one by one, let pass. Values that no cell tells apart are one class; a combination of
 * classes is evaluated once, with values drawn anew, in tables that have more than {@code yiban.sweep.most} every pair of
 * classes and some more that are drawn. Cells are judged for all combinations in any case.
 */
class OverlapSweepTest {

    private static final int MOST = Integer.getInteger("yiban.sweep.most", 500);

    @TestFactory
    Stream<DynamicTest> noCombinationHitsTwoRulesOfAUniqueTable() {
        return SweptPolicy.all().stream()
                .map(table -> DynamicTest.dynamicTest(table.id(), () -> {
                    List<SweepCondition> rules =
                            table.rules().stream().map(SweepCondition::of).toList();
                    Sweep sweep = SweptPolicy.sweep(Speaker.familyOf(table.file()), rules, Map.of());
                    assertThat(doubleHits(table, rules, sweep)).isEmpty();
                    assertThat(otherHits(table, rules, sweep)).isEmpty();
                }));
    }

    private static List<String> doubleHits(Table table, List<SweepCondition> rules, Sweep sweep) {
        List<String> found = new ArrayList<>();
        sweep.eachMeeting((hit, combination) -> {
            if (!table.collects() && hit.cardinality() > 1) {
                found.add(ids(hit, rules) + " " + sweep.facts(combination));
            }
        });
        return found;
    }

    private static List<String> otherHits(Table table, List<SweepCondition> rules, Sweep sweep) {
        List<String> found = new ArrayList<>();
        sweep.each(MOST, combination -> {
            Map<String, Object> facts = sweep.facts(combination);
            List<String> expected = ids(sweep.holding(combination), rules);
            List<String> hit = table.evaluate(facts).stream().map(Hit::rule).toList();
            if (!hit.equals(expected)) {
                found.add("%s 而不是 %s：%s".formatted(hit, expected, facts));
            }
        });
        return found;
    }

    private static List<String> ids(BitSet hit, List<SweepCondition> rules) {
        return hit.stream().mapToObj(rule -> rules.get(rule).id()).toList();
    }
}
