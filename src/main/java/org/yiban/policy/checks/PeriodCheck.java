package org.yiban.policy.checks;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.WrittenTable;

/** Whether the dates of documents, of the precedence and of rules fit each other. */
final class PeriodCheck {

    private final FamilySpace space;
    private final Precedence precedence;
    private final Sources sources;
    private final Periods periods;
    private final FindingList findings;

    PeriodCheck(FamilySpace space, Precedence precedence, Sources sources, Periods periods, FindingList findings) {
        this.space = space;
        this.precedence = precedence;
        this.sources = sources;
        this.periods = periods;
        this.findings = findings;
    }

    void check(List<Chain> chains) {
        Map<WrittenTable, BitSet> asked = new LinkedHashMap<>();
        Map<List<Object>, BitSet> listed = new LinkedHashMap<>();
        Map<List<Object>, Precedence.Row> rows = new LinkedHashMap<>();
        for (Chain chain : chains) {
            for (int i = 0; i < chain.rows().size(); i++) {
                Precedence.Row row = chain.rows().get(i);
                add(asked, chain.tables().get(i), chain.dates());
                if (row.speaker().instrument() != null) {
                    List<Object> key = List.of(
                            chain.asked(),
                            chain.province(),
                            chain.pool() == null ? "" : chain.pool(),
                            row.speaker().instrument());
                    add(listed, key, chain.dates());
                    rows.putIfAbsent(key, row);
                }
            }
        }
        Map<List<Object>, BitSet> told = new LinkedHashMap<>();
        listed.forEach((key, dates) -> {
            List<Object> once = List.of(rows.get(key).rule().id(), key.get(0), dates);
            if (told.putIfAbsent(once, dates) == null) {
                document(rows.get(key), (String) key.get(0), dates);
            }
        });
        asked.forEach(this::rows);
    }

    private void document(Precedence.Row row, String asked, BitSet listed) {
        Optional<Document> found = sources.document(row.speaker().instrument());
        if (found.isEmpty()) {
            return;
        }
        Document document = found.get();
        BitSet inForce = space.dates().passing(periods.of(document));
        periods.speaking(document.id(), asked)
                .forEach(more -> inForce.or(space.dates().passing(more)));
        BitSet outside = minus(listed, inForce);
        if (!outside.isEmpty()) {
            error(
                    precedence.table(),
                    row.rule().id(),
                    outside,
                    "%s 在 %s 作答，而文件那时不在施行期内（%s 起%s）"
                            .formatted(
                                    document.id(),
                                    asked,
                                    document.inForceFrom(),
                                    document.inForceUntil() == null ? "" : "，" + document.inForceUntil() + " 止"));
        }
        BitSet silent = new BitSet();
        periods.silent(document.id(), asked)
                .forEach(dates -> silent.or(space.dates().passing(dates)));
        BitSet unheard = minus(minus(inForce, listed), silent);
        if (!unheard.isEmpty()) {
            error(precedence.table(), row.rule().id(), unheard, "%s 正在施行，%s 却不问它".formatted(document.id(), asked));
        }
    }

    private void rows(WrittenTable table, BitSet asked) {
        if (!asksBusinessDate(table)) {
            return;
        }
        BitSet silent = new BitSet();
        periods.silent(table).forEach(dates -> silent.or(space.dates().passing(dates)));
        BitSet inForce = (BitSet) silent.clone();
        for (FamilySpace.RuleBox rule : space.rules(table)) {
            if (rule.box().isEmpty()) {
                continue;
            }
            BitSet dates = space.dates(rule.box());
            inForce.or(dates);
            BitSet unexpected = and(dates, silent);
            if (!unexpected.isEmpty()) {
                error(table, rule.rule().id(), unexpected, "periods.yaml 说这份文件那时没有行，这一行却有效");
            }
            BitSet unheard = minus(dates, asked);
            if (!unheard.isEmpty()) {
                error(table, rule.rule().id(), unheard, "这一行有效，而 precedence 那时不问这张表");
            }
        }
        BitSet holes = minus(asked, inForce);
        if (!holes.isEmpty()) {
            findings.error(
                    FindingKind.PERIOD,
                    table,
                    List.of(),
                    "precedence 问到这张表，而没有一行有效：" + space.dates().describe(holes),
                    example(holes));
        }
        space.rules(table).forEach(rule -> interrupted(rule, asked));
    }

    /** Whether what a rule answers is unanswered right after it ends, and answered again later. */
    private void interrupted(FamilySpace.RuleBox rule, BitSet asked) {
        int next = space.dates(rule.box()).length();
        if (rule.box().isEmpty() || !asked.get(next)) {
            return;
        }
        BitSet day = new BitSet();
        day.set(next);
        BitSet later = (BitSet) asked.clone();
        later.clear(0, next + 1);
        for (Box left : new Uncovered(rule.box().with(0, day), space.boxes(rule.table())).some(1)) {
            for (FamilySpace.RuleBox successor : space.rules(rule.table())) {
                if (successor.box().meets(left.with(0, later))) {
                    Box hole = left.with(0, later).and(successor.box()).with(0, day);
                    findings.error(
                            FindingKind.PERIOD,
                            rule.table(),
                            List.of(rule.rule().id(), successor.rule().id()),
                            "两行先后有效，中间断开：" + space.dates().describe(day),
                            space.example(hole, List.of(rule.table())));
                    return;
                }
            }
        }
    }

    private void error(WrittenTable table, String rule, BitSet dates, String message) {
        findings.error(
                FindingKind.PERIOD,
                table,
                List.of(rule),
                message + "：" + space.dates().describe(dates),
                example(dates));
    }

    private Map<String, Object> example(BitSet dates) {
        return Map.of(space.dates().name(), space.dates().example(dates.nextSetBit(0)));
    }

    private boolean asksBusinessDate(WrittenTable table) {
        String date = space.family().businessDateFact();
        return table.inputs().stream().anyMatch(input -> date.equals(input.fact()));
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet minus(BitSet from, BitSet taken) {
        BitSet left = (BitSet) from.clone();
        left.andNot(taken);
        return left;
    }

    private static <K> void add(Map<K, BitSet> sets, K key, BitSet more) {
        sets.computeIfAbsent(key, k -> new BitSet()).or(more);
    }
}
