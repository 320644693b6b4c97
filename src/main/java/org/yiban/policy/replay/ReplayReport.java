package org.yiban.policy.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.ResultType;
import org.yiban.policy.replay.Change.Difference;

/** Adds up what changes: how many, from which conclusion to which, and how much money. */
public final class ReplayReport {

    private final Policies policies;
    private final Map<String, FamilyTally> families = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int asked;

    public ReplayReport(Policies policies) {
        this.policies = policies;
    }

    public void add(Change change) {
        asked++;
        if (change.changes()) {
            changes.add(change);
            families.computeIfAbsent(change.question().family(), family -> new FamilyTally())
                    .add(change);
        }
    }

    /** How many questions were asked. */
    public int asked() {
        return asked;
    }

    /** Those of which the other version makes something else, in the order in which they were asked. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The report for people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("问了 %d 项：%d 项不变，%d 项改变。".formatted(asked, asked - changes.size(), changes.size()));
        families.forEach((family, tally) -> {
            lines.add("%s：%d 项改变".formatted(policies.label(family), tally.changed));
            Map<String, String> words = outcomes(family);
            tally.conclusions.forEach((conclusion, count) -> lines.add("  结论从%s变为%s：%d 项"
                    .formatted(said(conclusion.before(), words), said(conclusion.after(), words), count)));
            if (tally.refused > 0) {
                lines.add("  不能作答：%d 项".formatted(tally.refused));
            }
            policies.declaredResults(family).stream()
                    .filter(result -> tally.results.containsKey(result.name()))
                    .forEach(result -> lines.add(line(result, tally.results.get(result.name()))));
        });
        return lines;
    }

    private Map<String, String> outcomes(String family) {
        return policies.declaredResults(family).stream()
                .filter(result -> result.name().equals(Result.OUTCOME))
                .findFirst()
                .map(Result::words)
                .orElse(Map.of());
    }

    private static String said(Object outcome, Map<String, String> words) {
        return outcome == null ? "“没有结论”" : "“" + words.getOrDefault(outcome, outcome.toString()) + "”";
    }

    private static String line(Result result, ResultTally tally) {
        String counted = "  %s：%d 项".formatted(result.label(), tally.changed);
        if (result.type() != ResultType.MONEY) {
            return counted;
        }
        BigDecimal more = tally.after.subtract(tally.before);
        return counted
                + "；原 %s 元，现 %s 元，%s %s 元"
                        .formatted(
                                money(tally.before),
                                money(tally.after),
                                more.signum() < 0 ? "少" : "多",
                                money(more.abs()));
    }

    private static String money(BigDecimal amount) {
        return "%,.2f".formatted(amount);
    }

    private static final class FamilyTally {

        private final Map<Difference, Integer> conclusions = new LinkedHashMap<>();
        private final Map<String, ResultTally> results = new TreeMap<>();
        private int changed;
        private int refused;

        private void add(Change change) {
            changed++;
            if (change.refusal() != null) {
                refused++;
            }
            for (Difference difference : change.differences()) {
                if (difference.result().equals(Result.OUTCOME)) {
                    conclusions.merge(difference, 1, Integer::sum);
                } else {
                    results.computeIfAbsent(difference.result(), result -> new ResultTally())
                            .add(difference);
                }
            }
        }
    }

    private static final class ResultTally {

        private int changed;
        private BigDecimal before = BigDecimal.ZERO;
        private BigDecimal after = BigDecimal.ZERO;

        private void add(Difference difference) {
            changed++;
            before = before.add(amount(difference.before()));
            after = after.add(amount(difference.after()));
        }

        private static BigDecimal amount(Object value) {
            return value instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        }
    }
}
