package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.tables.WrittenTable;

/** What the documents leave unanswered together, and rules that an earlier document always answers before. */
final class ChainCheck {

    private static final int MOST_GAPS = 20;
    private static final int MOST_NEIGHBOURS = 3;

    private final WrittenTable precedence;
    private final FamilySpace space;
    private final List<Box> impossible;
    private final List<Gap> explained;
    private final Witness witness;
    private final FindingList findings;

    ChainCheck(
            WrittenTable precedence,
            FamilySpace space,
            List<Box> impossible,
            List<Gap> explained,
            Witness witness,
            FindingList findings) {
        this.precedence = precedence;
        this.space = space;
        this.impossible = impossible;
        this.explained = explained;
        this.witness = witness;
        this.findings = findings;
    }

    void check(List<Chain> chains) {
        Set<List<WrittenTable.Rule>> told = new HashSet<>();
        chains.forEach(chain -> twice(chain, told));
        chains.stream().filter(chain -> !chain.ofPart()).forEach(this::gaps);
        shadowed(chains);
    }

    /** A document that is asked twice in one chain. */
    private void twice(Chain chain, Set<List<WrittenTable.Rule>> told) {
        for (int first = 0; first < chain.tables().size(); first++) {
            for (int second = first + 1; second < chain.tables().size(); second++) {
                List<WrittenTable.Rule> both = List.of(
                        chain.rows().get(first).rule(), chain.rows().get(second).rule());
                if (chain.tables().get(first).equals(chain.tables().get(second)) && told.add(both)) {
                    findings.error(
                            FindingKind.OVERLAP,
                            precedence,
                            both.stream().map(WrittenTable.Rule::id).toList(),
                            "%s同一份文件列了两次：%s"
                                    .formatted(
                                            where(chain),
                                            chain.tables().get(first).id()),
                            Map.of(
                                    "businessDate",
                                    space.dates().example(chain.dates().nextSetBit(0))));
                }
            }
        }
    }

    private void gaps(Chain chain) {
        List<Box> answered = new ArrayList<>(impossible);
        chain.tables().forEach(table -> answered.addAll(space.boxes(table)));
        explained.stream()
                .filter(gap -> isAbout(gap, chain))
                .forEach(gap -> answered.add(space.box(Tests.of(gap, space.family()))));
        Uncovered left = new Uncovered(space.on(space.everything(), chain.dates()), answered);
        if (left.isEmpty()) {
            return;
        }
        Set<WrittenTable> asked = new LinkedHashSet<>(chain.tables());
        WrittenTable first = asked.isEmpty() ? precedence : asked.iterator().next();
        for (Box box : left.some(MOST_GAPS)) {
            Map<String, Object> example = space.example(box, asked);
            List<FamilySpace.RuleBox> near = neighbours(box, asked);
            findings.gap(
                    near.isEmpty() ? first : near.get(0).table(),
                    near.stream().map(rule -> rule.rule().id()).toList(),
                    "%s没有文件作答，gaps.yaml 也没有说明：%s".formatted(where(chain), space.describe(box, asked)),
                    example);
            asked.forEach(silent -> witness.silent(silent, example));
        }
        if (left.count() > MOST_GAPS || !left.complete()) {
            String more = left.complete() ? "共 " + left.count() + " 处" : "太多，没有算完";
            findings.moreGaps(first, "%s这样的空白%s，只列出 %d 处".formatted(where(chain), more, MOST_GAPS));
        }
    }

    /** Rules of one table that come nearest to a gap: they miss it by one fact. */
    private List<FamilySpace.RuleBox> neighbours(Box gap, Set<WrittenTable> asked) {
        for (WrittenTable table : asked) {
            List<FamilySpace.RuleBox> near = space.rules(table).stream()
                    .filter(rule -> rule.box().missesByOne(gap))
                    .sorted(Comparator.comparingInt(rule -> rule.box().distance(gap)))
                    .limit(MOST_NEIGHBOURS)
                    .toList();
            if (!near.isEmpty()) {
                return near;
            }
        }
        return List.of();
    }

    private static boolean isAbout(Gap gap, Chain chain) {
        boolean named = gap.regions().isEmpty()
                || gap.regions().contains(chain.province())
                || chain.pool() != null && gap.regions().contains(chain.pool());
        boolean takenOut = gap.except().contains(chain.province())
                || chain.pool() != null && gap.except().contains(chain.pool());
        return gap.families().contains(chain.asked()) && named && !takenOut;
    }

    private static String where(Chain chain) {
        String place = chain.pool() != null ? chain.pool() : chain.province().isEmpty() ? "其他地区" : chain.province();
        return chain.asked() + "，" + place + "：";
    }

    /** A rule that answers in no chain is shadowed, if it is asked in one at all. */
    private void shadowed(List<Chain> chains) {
        Set<FamilySpace.RuleBox> asked = new HashSet<>();
        Set<FamilySpace.RuleBox> answering = new HashSet<>();
        Map<FamilySpace.RuleBox, Chain> hidden = new HashMap<>();
        for (Chain chain : chains) {
            List<Box> before = new ArrayList<>(impossible);
            for (WrittenTable table : chain.tables()) {
                for (FamilySpace.RuleBox rule : space.rules(table)) {
                    Box box = space.on(rule.box(), chain.dates());
                    if (answering.contains(rule) || box.isEmpty()) {
                        continue;
                    }
                    asked.add(rule);
                    if (new Uncovered(box, before).isEmpty()) {
                        hidden.put(rule, chain);
                    } else {
                        answering.add(rule);
                    }
                }
                before.addAll(space.boxes(table));
            }
        }
        asked.removeAll(answering);
        space.tables().stream()
                .flatMap(table -> space.rules(table).stream())
                .filter(asked::contains)
                .forEach(rule -> shadowed(rule, hidden.get(rule)));
    }

    private void shadowed(FamilySpace.RuleBox rule, Chain chain) {
        Box box = space.on(rule.box(), chain.dates());
        for (WrittenTable table : chain.tables()) {
            for (FamilySpace.RuleBox earlier : space.rules(table)) {
                if (!table.equals(rule.table()) && earlier.box().meets(box)) {
                    Map<String, Object> example = space.example(box.and(earlier.box()), List.of(table, rule.table()));
                    findings.error(
                            FindingKind.SHADOWED,
                            rule.table(),
                            List.of(rule.rule().id()),
                            "排在前面的文件总是先作答，例如 %s 的 %s"
                                    .formatted(table.id(), earlier.rule().id()),
                            example);
                    witness.fire(rule.table(), List.of(rule.rule().id()), example);
                    witness.fire(table, List.of(earlier.rule().id()), example);
                    return;
                }
            }
        }
    }
}
