package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges rules in three values: with the facts stated a rule fires, cannot fire, or may fire depending on open facts.
 *
 * <p>One open fact after the other is split by what its values do to the rules that may still fire: values that leave
 * the same rules standing are one branch, so rules are explored, not values. What comes out is a decision diagram over
 * the open facts, reduced on the way up: where all branches of a fact answer the same, the fact vanishes. The facts that
 * remain are exactly those on which the answer depends. Open facts are held to be independent of each other.
 *
 * <p>Which rows fire at the end of a branch is asked of the engine, with one value of the branch for each open fact.
 */
final class Exploration<A> {

    /** A rule that may fire: where it stands, and what it asks of open facts. */
    private record Candidate(int table, Table.TableRule rule, Map<String, List<Cell>> openCells) {}

    /** A rule that cannot fire: where it stands, and the cells that the facts stated do not pass. */
    private record Miss(int table, Table.TableRule rule, List<Checked> failed) {}

    /** Rules still standing when facts up to a place have been split. */
    private record Place(int fact, BitSet standing) {}

    private sealed interface Node<A> {}

    private record Leaf<A>(A answer) implements Node<A> {}

    private record Branches<A>(String fact, Set<Node<A>> nodes) implements Node<A> {}

    private final List<Speaker> speakers;
    private final List<Table> tables;
    private final CellTests cellTests;
    private final Map<String, Object> known;
    private final Map<String, Domain> open;
    private final Function<Ruling, A> answer;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final Map<Place, Node<A>> seen = new HashMap<>();
    private final Map<BitSet, A> answered = new HashMap<>();
    private int lastAsked;

    Exploration(
            List<Speaker> speakers,
            List<Table> tables,
            CellTests cellTests,
            Map<String, Object> known,
            Map<String, Domain> open,
            Function<Ruling, A> answer) {
        this.speakers = speakers;
        this.tables = tables;
        this.cellTests = cellTests;
        this.known = known;
        this.open = open;
        this.answer = answer;
    }

    Findings<A> explore() {
        for (int table = 0; table < tables.size(); table++) {
            for (Table.TableRule rule : tables.get(table).rules()) {
                consider(table, rule);
            }
        }
        Set<String> asked = new LinkedHashSet<>();
        candidates.forEach(candidate -> asked.addAll(candidate.openCells().keySet()));
        facts.addAll(asked);

        BitSet all = new BitSet();
        all.set(0, candidates.size());
        Node<A> diagram = split(0, all, new HashMap<>());
        Set<A> answers = new LinkedHashSet<>();
        Set<String> decisive = new LinkedHashSet<>();
        collect(diagram, answers, decisive);
        return new Findings<>(List.copyOf(answers), decisive, nearest());
    }

    private void consider(int table, Table.TableRule rule) {
        Map<String, List<Cell>> openCells = new LinkedHashMap<>();
        List<Checked> failed = new ArrayList<>();
        for (Cell cell : rule.cells()) {
            String fact = cell.column().fact();
            if (open.containsKey(fact)) {
                openCells.computeIfAbsent(fact, key -> new ArrayList<>()).add(cell);
            } else if (!cellTests.pass(cell, known.get(fact))) {
                failed.add(checked(cell));
            }
        }
        if (failed.isEmpty()) {
            candidates.add(new Candidate(table, rule, openCells));
        } else {
            misses.add(new Miss(table, rule, failed));
        }
    }

    private Node<A> split(int place, BitSet standing, Map<String, Object> tried) {
        BitSet fired = fired(place, standing);
        if (fired != null) {
            return new Leaf<>(answered.computeIfAbsent(fired, rules -> answer(rules, tried)));
        }
        Place here = new Place(place, standing);
        Node<A> node = seen.get(here);
        if (node == null) {
            node = branch(place, standing, tried);
            seen.put(here, node);
        }
        return node;
    }

    private Node<A> branch(int place, BitSet standing, Map<String, Object> tried) {
        String fact = facts.get(place);
        Set<String> tests = new LinkedHashSet<>();
        standing.stream().forEach(rule -> cells(rule, fact).forEach(cell -> tests.add(cell.test())));
        Map<BitSet, Object> branches = new LinkedHashMap<>();
        for (Object example : open.get(fact).examples(tests)) {
            BitSet left = new BitSet();
            standing.stream()
                    .filter(rule -> cells(rule, fact).stream().allMatch(cell -> cellTests.pass(cell, example)))
                    .forEach(left::set);
            branches.putIfAbsent(left, example);
        }
        Set<Node<A>> nodes = new LinkedHashSet<>();
        branches.forEach((left, example) -> {
            Map<String, Object> further = new HashMap<>(tried);
            further.put(fact, example);
            nodes.add(split(place + 1, left, further));
        });
        return nodes.size() == 1 ? nodes.iterator().next() : new Branches<>(fact, nodes);
    }

    /**
     * The rules that fire whatever the facts from a place on are; empty if none does; {@code null} if that depends.
     * A UNIQUE table has spoken once one of its rules is certain, a COLLECT table once all that stand are.
     */
    private BitSet fired(int place, BitSet standing) {
        BitSet certain = new BitSet();
        if (standing.isEmpty()) {
            return certain;
        }
        int table = candidates.get(standing.nextSetBit(0)).table();
        boolean depends = false;
        for (int rule = standing.nextSetBit(0); rule >= 0; rule = standing.nextSetBit(rule + 1)) {
            Candidate candidate = candidates.get(rule);
            if (candidate.table() != table) {
                break;
            }
            if (facts.subList(place, facts.size()).stream().noneMatch(candidate.openCells()::containsKey)) {
                certain.set(rule);
            } else {
                depends = true;
            }
        }
        boolean spoken = tables.get(table).collects() ? !depends : !certain.isEmpty();
        return spoken ? certain : null;
    }

    private List<Cell> cells(int rule, String fact) {
        return candidates.get(rule).openCells().getOrDefault(fact, List.of());
    }

    private A answer(BitSet rules, Map<String, Object> tried) {
        if (rules.isEmpty()) {
            lastAsked = tables.size() - 1;
            return answer.apply(Ruling.NONE);
        }
        int index = candidates.get(rules.nextSetBit(0)).table();
        lastAsked = Math.max(lastAsked, index);
        Table table = tables.get(index);
        Map<String, Object> complete = new HashMap<>(known);
        open.forEach(
                (fact, domain) -> complete.put(fact, domain.examples(Set.of()).get(0)));
        complete.putAll(tried);
        List<Hit> hits = table.evaluate(complete);
        List<Table.TableRule> expected =
                rules.stream().mapToObj(rule -> candidates.get(rule).rule()).toList();
        List<String> ids = expected.stream().map(Table.TableRule::id).toList();
        if (!hits.stream().map(Hit::rule).toList().equals(ids)) {
            throw new DecisionTableException("决策表 %s 不能作答：命中 %s，逐格判断应命中 %s"
                    .formatted(table.id(), hits.stream().map(Hit::rule).toList(), ids));
        }
        List<Hit> explained = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            explained.add(hits.get(i).by(checked(expected.get(i))));
        }
        return answer.apply(new Ruling(speakers.get(index), List.copyOf(explained)));
    }

    private List<Checked> checked(Table.TableRule rule) {
        List<Checked> checked = new ArrayList<>();
        for (Cell cell : rule.cells()) {
            if (!open.containsKey(cell.column().fact())) {
                checked.add(checked(cell));
            }
        }
        return List.copyOf(checked);
    }

    private Checked checked(Cell cell) {
        String fact = cell.column().fact();
        return new Checked(fact, known.get(fact), cell.test());
    }

    private List<NearMiss> nearest() {
        return misses.stream()
                .filter(miss -> miss.table() <= lastAsked)
                .sorted(Comparator.comparingInt(miss -> miss.failed().size()))
                .limit(Findings.MOST_NEAR)
                .map(this::nearMiss)
                .toList();
    }

    private NearMiss nearMiss(Miss miss) {
        Table table = tables.get(miss.table());
        return new NearMiss(
                speakers.get(miss.table()).instrument(),
                table.id(),
                table.version(),
                miss.rule().id(),
                miss.rule().text(),
                miss.failed());
    }

    private void collect(Node<A> node, Set<A> answers, Set<String> decisive) {
        if (node instanceof Branches<A> branches) {
            decisive.add(branches.fact());
            branches.nodes().forEach(next -> collect(next, answers, decisive));
        } else if (node instanceof Leaf<A> leaf) {
            answers.add(leaf.answer());
        }
    }
}
