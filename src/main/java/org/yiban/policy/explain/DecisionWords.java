package org.yiban.policy.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.Result;
import org.yiban.policy.Silence;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.UnreadableCellException;
import org.yiban.policy.tables.Checked;
import org.yiban.policy.tables.NearMiss;
import org.yiban.region.Regions;

/** Makes words of explanations. What a kept explanation says is made of what it keeps, with the labels of today. */
@Component
public class DecisionWords {

    private static final int MOST_FAILED = 2;

    private final Policies policies;
    private final Regions regions;
    private final ProvisionWords provisions;

    public DecisionWords(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
        this.provisions = new ProvisionWords(policies);
    }

    /** A decision with its words. */
    public ToldDecision tell(Explanation explanation) {
        ExplainedDecision explained = explain(explanation);
        return new ToldDecision(explanation, explained.sentences(), explained.source());
    }

    /** A kept decision as it goes onto paper. */
    public DecisionSheet sheet(RecordedDecision kept) {
        return DecisionSheet.of(kept, explain(kept.explanation()));
    }

    /** A decision in words. */
    public ExplainedDecision explain(Explanation explanation) {
        String family = explanation.family();
        List<DerivedFact> derived = policies.derivedFacts(family);
        List<Fact> declared = Stream.concat(
                        policies.declaredFacts(family).stream(),
                        derived.stream().map(DerivedFact::fact))
                .toList();
        Map<String, FactWords> facts = FactWords.of(declared, regions);
        return new ExplainedDecision(
                policies.label(family),
                new ResultWords(policies.declaredResults(family), explanation.results()).conclusion(),
                referral(explanation),
                basis(explanation),
                facts(explanation, facts, derived),
                counting(explanation),
                others(explanation, facts),
                source(explanation));
    }

    /** A decision in short: what it comes to, why a person decides, and by which provisions, named by document and place. */
    public String inShort(Explanation explanation) {
        ExplainedDecision explained = explain(explanation);
        String basis = provisions.inShort(
                ProvisionReference.parseList((String) explanation.results().get(Result.BASIS)));
        return explained.conclusion()
                + String.join("", explained.referral())
                + (basis.isEmpty() ? "" : "依据：" + basis + "。");
    }

    private List<String> referral(Explanation explanation) {
        return explanation.reasons().silence().stream()
                .map(Silence::says)
                .map(says -> Chinese.sentence(provisions.text(says)))
                .toList();
    }

    private List<String> basis(Explanation explanation) {
        List<ProvisionReference> basis =
                ProvisionReference.parseList((String) explanation.results().get(Result.BASIS));
        List<String> sentences = new ArrayList<>(provisions.cite(basis));
        boolean cited = policies.cite(basis).stream().anyMatch(provision -> provision.statement() != null);
        if (!cited && explanation.reasons().silence().isEmpty() && explanation.ruleText() != null) {
            explanation
                    .ruleText()
                    .lines()
                    .map(line -> Chinese.sentence(provisions.text(line)))
                    .forEach(sentences::add);
        }
        return sentences;
    }

    /** The region whose documents speak, and every fact that a cell asked for, with how it lies to what was asked. */
    private List<String> facts(Explanation explanation, Map<String, FactWords> words, List<DerivedFact> derived) {
        Map<String, List<Checked>> checked = new LinkedHashMap<>();
        String region = policies.regionFact(explanation.family());
        if (region != null) {
            checked.put(region, List.of());
        }
        checked.put(policies.businessDateFact(explanation.family()), List.of());
        for (Checked cell : explanation.reasons().checked()) {
            checked.merge(cell.fact(), List.of(cell), (all, one) -> Stream.concat(all.stream(), one.stream())
                    .toList());
        }
        List<String> clauses = new ArrayList<>();
        checked.forEach((fact, cells) -> {
            FactWords known = words.get(fact);
            if (known != null) {
                clauses.add(
                        clause(known, explanation.facts().get(fact), cells) + from(fact, explanation, words, derived));
            }
        });
        return clauses.stream().distinct().toList();
    }

    private static String clause(FactWords fact, Object value, List<Checked> cells) {
        Stream<String> relations = cells.stream()
                .flatMap(cell -> read(cell).map(fact::relation).stream())
                .filter(said -> !said.isEmpty());
        return Stream.concat(Stream.of(fact.is(value)), relations.distinct()).collect(Collectors.joining("，"));
    }

    /** What a cell asks, if it is written in a form that there are words for. */
    private static Optional<CellTest> read(Checked cell) {
        try {
            return Optional.of(CellTest.read(cell.test()));
        } catch (UnreadableCellException e) {
            return Optional.empty();
        }
    }

    /** From what a number or a date follows that nobody stated. */
    private static String from(
            String fact, Explanation explanation, Map<String, FactWords> words, List<DerivedFact> derived) {
        return derived.stream()
                .filter(follows ->
                        follows.fact().name().equals(fact) && follows.fact().unit() != null)
                .map(follows -> follows.from().stream()
                        .filter(given -> explanation.facts().get(given) != null)
                        .map(given -> words.get(given).is(explanation.facts().get(given)))
                        .collect(Collectors.joining("，", "（", "）")))
                .collect(Collectors.joining());
    }

    private List<String> counting(Explanation explanation) {
        return explanation.reasons().steps().stream()
                .map(step -> Chinese.sentence(StepWords.of(step)))
                .toList();
    }

    /** The nearest rules whose reasons can be said at once; if none can, nothing is said. */
    private List<String> others(Explanation explanation, Map<String, FactWords> facts) {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        for (NearMiss miss : explanation.reasons().nearest()) {
            if (miss.failed().size() <= MOST_FAILED && canBeSaid(miss, facts)) {
                String condition = condition(miss, facts);
                rules.computeIfAbsent(condition, key -> new LinkedHashSet<>()).add(quoted(miss.ruleText()));
                now.put(condition, now(miss, explanation, facts));
            }
        }
        List<String> sentences = new ArrayList<>();
        rules.forEach((condition, texts) -> sentences.add("如果%s，就%s%s；现在不适用，因为%s。"
                .formatted(
                        condition,
                        texts.size() > 1 ? "可能适用" : "适用",
                        Chinese.or(List.copyOf(texts)),
                        now.get(condition))));
        return sentences;
    }

    private static boolean canBeSaid(NearMiss miss, Map<String, FactWords> facts) {
        return miss.failed().stream()
                .allMatch(cell -> facts.containsKey(cell.fact()) && read(cell).isPresent());
    }

    private String quoted(String ruleText) {
        return "“" + Chinese.first(provisions.text(ruleText)).replace('“', '‘').replace('”', '’') + "”";
    }

    private static String condition(NearMiss miss, Map<String, FactWords> facts) {
        return miss.failed().stream()
                .map(cell -> facts.get(cell.fact()).asks(read(cell).orElseThrow()))
                .collect(Collectors.joining("，而且"));
    }

    private static String now(NearMiss miss, Explanation explanation, Map<String, FactWords> facts) {
        return miss.failed().stream()
                .map(Checked::fact)
                .distinct()
                .map(fact -> facts.get(fact).is(explanation.facts().get(fact)))
                .collect(Collectors.joining("，"));
    }

    private static String source(Explanation explanation) {
        if (explanation.tableId() == null) {
            return null;
        }
        return "决策表 %s，版本 %s，规则 %s"
                .formatted(explanation.tableId(), explanation.tableVersion(), explanation.ruleId())
                .replace(";", "、");
    }
}
