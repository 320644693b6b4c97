package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.policy.families.Family;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.tables.WrittenTable;

/** All questions to a family, as the tables of all its documents tell them apart, and their rules as boxes in it. */
final class FamilySpace {

    /** A rule and the questions it takes. */
    record RuleBox(WrittenTable table, WrittenTable.Rule rule, Box box) {

        @Override
        public int hashCode() {
            return rule.id().hashCode();
        }
    }

    private final Family family;
    private final List<Axis> axes = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<WrittenTable, List<RuleBox>> rules = new LinkedHashMap<>();
    private final Box everything;

    /**
     * Cuts the space by all that anything asks.
     *
     * @param asked tests that are no cell of these rules: periods of documents, explanations of gaps
     */
    FamilySpace(Family family, Map<String, Scale> scales, List<ReadRule> read, Map<String, List<CellTest>> asked) {
        this.family = family;
        Map<String, List<CellTest>> tests = new LinkedHashMap<>();
        tests.put(family.businessDateFact(), new ArrayList<>());
        asked.forEach((fact, more) ->
                tests.computeIfAbsent(fact, key -> new ArrayList<>()).addAll(more));
        read.forEach(rule -> rule.cells().forEach((fact, cells) -> tests.computeIfAbsent(fact, key -> new ArrayList<>())
                .addAll(cells)));
        tests.forEach((fact, cells) -> {
            places.put(fact, axes.size());
            axes.add(new Axis(scales.get(fact), cells));
        });
        everything = new Box(axes.stream().map(Axis::all).toList());
        read.forEach(rule -> rules.computeIfAbsent(rule.table(), table -> new ArrayList<>())
                .add(new RuleBox(rule.table(), rule.rule(), box(rule.cells()))));
    }

    Family family() {
        return family;
    }

    Set<WrittenTable> tables() {
        return rules.keySet();
    }

    List<RuleBox> rules(WrittenTable table) {
        return rules.getOrDefault(table, List.of());
    }

    List<Box> boxes(WrittenTable table) {
        return rules(table).stream().map(RuleBox::box).toList();
    }

    Box everything() {
        return everything;
    }

    /** The questions that pass all tests. */
    Box box(Map<String, List<CellTest>> tests) {
        Box box = everything;
        for (Map.Entry<String, List<CellTest>> entry : tests.entrySet()) {
            int axis = places.get(entry.getKey());
            BitSet side = (BitSet) box.side(axis).clone();
            entry.getValue().forEach(test -> side.and(axes.get(axis).passing(test)));
            box = box.with(axis, side);
        }
        return box;
    }

    Axis dates() {
        return axes.get(0);
    }

    /** The business dates of a box. */
    BitSet dates(Box box) {
        return box.side(0);
    }

    Box on(Box box, BitSet dates) {
        BitSet both = (BitSet) dates(box).clone();
        both.and(dates);
        return box.with(0, both);
    }

    /** One question of a box, with values for all facts that tables ask for and the business date. */
    Map<String, Object> example(Box box, Collection<WrittenTable> tables) {
        Set<String> asked = asked(tables);
        Map<String, Object> example = new LinkedHashMap<>();
        places.forEach((fact, axis) -> {
            if (asked.contains(fact)) {
                example.put(fact, axes.get(axis).example(box.side(axis).nextSetBit(0)));
            }
        });
        return example;
    }

    private Set<String> asked(Collection<WrittenTable> tables) {
        Set<String> asked = new HashSet<>(Set.of(family.businessDateFact()));
        tables.forEach(table -> table.inputs().forEach(input -> asked.add(input.fact())));
        return asked;
    }

    /** The first axis on which a box takes nothing, in words. */
    String emptySide(Box box) {
        return places.entrySet().stream()
                .filter(place -> box.side(place.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** A box in words: of the facts that tables ask for, those that matter. */
    String describe(Box box, Collection<WrittenTable> tables) {
        Set<String> asked = asked(tables);
        String words = places.entrySet().stream()
                .filter(place -> asked.contains(place.getKey()))
                .filter(place -> !box.holds(place.getValue(), everything.side(place.getValue())))
                .map(place -> place.getKey() + " " + axes.get(place.getValue()).describe(box.side(place.getValue())))
                .collect(Collectors.joining("，"));
        return words.isEmpty() ? "不论事实如何" : words;
    }
}
