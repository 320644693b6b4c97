package org.yiban.policy.checks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiban.policy.tables.WrittenTable;

/** Rules that the same facts hit, rules that nothing can hit, and rules that say what another says anyway. */
final class OverlapCheck {

    private final FamilySpace space;
    private final List<Box> impossible;
    private final Witness witness;
    private final FindingList findings;

    OverlapCheck(FamilySpace space, List<Box> impossible, Witness witness, FindingList findings) {
        this.space = space;
        this.impossible = impossible;
        this.witness = witness;
        this.findings = findings;
    }

    void check(WrittenTable table) {
        List<FamilySpace.RuleBox> rules = space.rules(table);
        rules.stream().filter(rule -> rule.box().isEmpty()).forEach(this::contradiction);
        for (int first = 0; first < rules.size(); first++) {
            for (int second = first + 1; second < rules.size(); second++) {
                if (table.collects()) {
                    redundant(rules.get(first), rules.get(second));
                } else {
                    overlap(rules.get(first), rules.get(second));
                }
            }
        }
    }

    private void contradiction(FamilySpace.RuleBox rule) {
        findings.error(
                FindingKind.SHADOWED, rule.table(), rule.rule(), "各格互相矛盾，没有任何事实能命中：" + space.emptySide(rule.box()));
    }

    private void overlap(FamilySpace.RuleBox one, FamilySpace.RuleBox other) {
        if (!one.box().meets(other.box())) {
            return;
        }
        Box both = one.box().and(other.box());
        List<Box> possible = new Uncovered(both, impossible).some(1);
        if (possible.isEmpty()) {
            return;
        }
        Map<String, Object> example = space.example(possible.get(0), List.of(one.table()));
        List<String> ids = List.of(one.rule().id(), other.rule().id());
        findings.error(
                FindingKind.OVERLAP, one.table(), ids, "两行同时命中：" + space.describe(both, List.of(one.table())), example);
        witness.fire(one.table(), ids, example);
    }

    private void redundant(FamilySpace.RuleBox one, FamilySpace.RuleBox other) {
        if (!one.rule().says().equals(other.rule().says())) {
            return;
        }
        FamilySpace.RuleBox idle =
                one.box().holds(other.box()) ? other : other.box().holds(one.box()) ? one : null;
        if (idle != null && !idle.box().isEmpty()) {
            FamilySpace.RuleBox kept = idle == one ? other : one;
            Map<String, Object> example = space.example(idle.box(), List.of(idle.table()));
            List<String> ids =
                    Stream.of(idle, kept).map(rule -> rule.rule().id()).toList();
            findings.error(FindingKind.SHADOWED, idle.table(), ids, "前一行多余：后一行覆盖它，说的完全一样", example);
            witness.fire(idle.table(), ids, example);
        }
    }
}
