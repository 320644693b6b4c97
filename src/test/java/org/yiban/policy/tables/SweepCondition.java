package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.gaps.Gap;

/**
 * Something that holds for some combinations of facts.
 *
 * @param id name of the rule or gap
 * @param cells what a rule or gap asks, by fact
 * @param values which values of each fact cannot be together
 */
record SweepCondition(Kind kind, String id, Map<String, List<Cell>> cells, Map<String, Predicate<Object>> values) {

    /** What it is. */
    enum Kind {
        /** A rule of a table. */
        RULE,
        /** What a gap is about. */
        GAP,
        /** Facts that contradict each other, because one follows from the other. */
        IMPOSSIBLE
    }

    static SweepCondition of(Table.TableRule rule) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        rule.cells().forEach(cell -> cells.computeIfAbsent(cell.column().fact(), fact -> new ArrayList<>())
                .add(cell));
        return new SweepCondition(Kind.RULE, rule.id(), cells, Map.of());
    }

    /** @param facts the facts that its families know */
    static SweepCondition of(Gap gap, Map<String, Fact> facts) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        gap.when().forEach((name, test) -> {
            Fact fact = facts.get(name);
            if (fact == null) {
                throw new DecisionTableException("gaps.yaml 第 %d 行：%s 没有事实 %s".formatted(gap.line(), gap.id(), name));
            }
            cells.put(name, List.of(new Cell(new Column(name, fact.type() == FactType.DATE), test)));
        });
        return new SweepCondition(Kind.GAP, gap.id(), cells, Map.of());
    }

    static SweepCondition impossible(Map<String, Predicate<Object>> together) {
        return new SweepCondition(Kind.IMPOSSIBLE, "", Map.of(), together);
    }

    List<Cell> on(String fact) {
        return cells.getOrDefault(fact, List.of());
    }

    /** Whether a value lets it hold, as far as its fact goes. */
    boolean passes(String fact, Object value, TableEngine judge) {
        return on(fact).stream().allMatch(cell -> judge.passes(cell, value))
                && values.getOrDefault(fact, any -> true).test(value);
    }
}
