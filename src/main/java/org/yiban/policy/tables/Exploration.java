package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.BitSet;
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
 * <p>What rows say that fire at the end of a branch is known where it is proved; else the engine is asked, with one
 * value of the branch for each open fact.
 */
final class Exploration<A> {

    /** A rule that may fire: where it stands, and what it asks of open facts. */
    private record Candidate(int table, int rule, Map<String, List<Cell>> openCells) {}

    /** Rules still standing when facts up to a place have been split. */
    private record Place(int fact, BitSet standing) {}

    private sealed interface Node<A> {}

    private record Leaf<A>(A answer) implements Node<A> {}

    private record Branches<A>(String fact, Set<Node<A>> nodes) implements Node<A> {}

    private final List<Speaker> speakers;
    private final List<Judged> tables;
    private final Map<String, Object> known;
    private final Map<String, Domain> open;
    private final Function<Ruling, A> answer;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final Map<Place, Node<A>> seen = new HashMap<>();
    private final Map<BitSet, A> answered = new HashMap<>();
    private int lastAsked;

    /** @param tables all tables, judged by the facts stated */
    Exploration(
            List<Speaker> speakers,
            List<Judged> tables,
            Map<String, Object> known,
            Map<String, Domain> open,
            Function<Ruling, A> answer) {
        this.speakers = speakers;
        this.tables = tables;
        this.known = known;
        this.open = open;
        this.answer = answer;
    }

    Findings<A> explore() {
        for (int table = 0; table < tables.size(); table++) {
            long[] standing = tables.get(table).standing();
            for (int rule = Bits.next(standing, 0); rule >= 0; rule = Bits.next(standing, rule + 1)) {
                candidates.add(new Candidate(table, rule, openCells(table, rule)));
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
        return new Findings<>(
                List.copyOf(answers), decisive, NearMiss.nearest(speakers, tables.subList(0, lastAsked + 1)));
    }

    private Map<String, List<Cell>> openCells(int table, int rule) {
        Map<String, List<Cell>> openCells = new LinkedHashMap<>();
        for (Cell cell : table(table).rules().get(rule).cells()) {
            if (open.containsKey(cell.column().fact())) {
                openCells
                        .computeIfAbsent(cell.column().fact(), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        return openCells;
    }

    private boolean passes(int candidate, Cell cell, Object example) {
        return table(candidates.get(candidate).table()).engine().passes(cell, example);
    }

    private Table table(int index) {
        return tables.get(index).table();
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
                    .filter(rule -> cells(rule, fact).stream().allMatch(cell -> passes(rule, cell, example)))
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
        boolean spoken = table(table).collects() ? !depends : !certain.isEmpty();
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
        Judged judged = tables.get(index);
        List<Integer> fired =
                rules.stream().mapToObj(rule -> candidates.get(rule).rule()).toList();
        boolean known = judged.proved() && (fired.size() == 1 || judged.table().collects());
        List<Hit> hits = known ? judged.hits(fired) : byEngine(judged, fired, tried);
        return answer.apply(new Ruling(speakers.get(index), hits));
    }

    private List<Hit> byEngine(Judged judged, List<Integer> expected, Map<String, Object> tried) {
        Map<String, Object> complete = new HashMap<>(known);
        open.forEach(
                (fact, domain) -> complete.put(fact, domain.examples(Set.of()).get(0)));
        complete.putAll(tried);
        Table table = judged.table();
        List<Hit> hits = table.evaluate(complete);
        List<String> fired = hits.stream().map(Hit::rule).toList();
        List<String> ids =
                expected.stream().map(rule -> table.rules().get(rule).id()).toList();
        if (!fired.equals(ids)) {
            throw new DecisionTableException("决策表 %s 不能作答：命中 %s，逐格判断应命中 %s".formatted(table.id(), fired, ids));
        }
        List<Hit> explained = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            explained.add(hits.get(i).by(judged.checked(expected.get(i))));
        }
        return explained;
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
