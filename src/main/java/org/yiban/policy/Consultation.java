package org.yiban.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violations;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.facts.MissingFactsException;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.tables.Checked;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.Domain;
import org.yiban.policy.tables.Findings;
import org.yiban.policy.tables.Hit;
import org.yiban.policy.tables.NearMiss;
import org.yiban.policy.tables.Row;
import org.yiban.policy.tables.Ruling;
import org.yiban.policy.tables.Speaker;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** One question to a family: its tables and the tables of its parts are asked, and what they say is put together. */
final class Consultation {

    private static final String NO_RULE = "没有现行文件作出规定，由人工判断";
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal FRACTION = new BigDecimal("0.0001");
    private static final Map<String, Object> REFER = Map.of(Result.OUTCOME, Outcome.REFER.name());

    private final DecisionTables tables;
    private final Silences silences;
    private final Family family;
    private final Facts facts;
    private final LocalDate businessDate;
    private final List<Conclusion> conclusions = new ArrayList<>();
    private List<NearMiss> nearest;
    private final Set<String> missing = new LinkedHashSet<>();

    Consultation(DecisionTables tables, Silences silences, Family family, Facts facts) {
        this.tables = tables;
        this.silences = silences;
        this.family = family;
        this.facts = facts;
        this.businessDate = family.businessDate(facts);
    }

    /** @throws org.yiban.kernel.ProblemException naming every open fact on which the answer depends */
    Answer answer() {
        consult(
                family.name(),
                (ruling, steps) -> family.conclude(facts, ruling.answered() ? ruling.row() : Row.of(REFER), steps));
        Map<String, Object> decided = conclusions.get(0).results();
        for (String part : family.parts()) {
            consult(
                    family.name() + "/" + part,
                    (ruling, steps) -> ruling.answered()
                            ? family.concludePart(part, facts, ruling.row(), decided, steps)
                            : Map.of());
        }
        refuseMissing();
        return new Answer(explanation());
    }

    private void consult(String asked, BiFunction<Ruling, Steps, Map<String, Object>> results) {
        List<Conclusion> possible = new ArrayList<>();
        Findings<Conclusion> findings = tables.consult(speakers(asked), asked, facts.plain(), domains(), ruling -> {
            possible.add(conclude(ruling, results));
            return possible.get(possible.size() - 1);
        });
        if (conclusions.isEmpty()) {
            nearest = findings.nearest();
        }
        findings.decisive().forEach(fact -> missing.addAll(facts.toState(fact)));
        findings.answers()
                .forEach(conclusion -> conclusion.missing().forEach(fact -> missing.addAll(facts.toState(fact))));
        conclusions.add(findings.answers().get(0).mergedWith(possible));
    }

    private Conclusion conclude(Ruling ruling, BiFunction<Ruling, Steps, Map<String, Object>> results) {
        Steps steps = new Steps();
        try {
            Map<String, Object> stated = new LinkedHashMap<>();
            results.apply(ruling, steps).forEach((name, value) -> {
                if (value != null && family.resultNames().contains(name)) {
                    stated.put(name, value);
                }
            });
            return new Conclusion(ruling, stated, Set.of(), steps.taken());
        } catch (MissingFactsException e) {
            return new Conclusion(ruling, ruling.row().values(), Set.copyOf(e.facts()), List.of());
        }
    }

    private List<Speaker> speakers(String asked) {
        return speakers(tables, facts.regions(), asked, region(), businessDate);
    }

    private Region region() {
        String regionFact = family.regionFact();
        return regionFact == null ? null : facts.region(regionFact);
    }

    /**
     * The documents that speak, in their order.
     *
     * @param region {@code null} for a family that asks for none
     */
    static List<Speaker> speakers(
            DecisionTables tables, Regions regions, String asked, Region region, LocalDate businessDate) {
        return tables.speakers(asked, province(regions, region), pool(region), businessDate);
    }

    /** The rules by which they speak, likewise. */
    static List<String> orderRules(
            DecisionTables tables, Regions regions, String asked, Region region, LocalDate businessDate) {
        return tables.orderRules(asked, province(regions, region), pool(region), businessDate);
    }

    private static String province(Regions regions, Region region) {
        return region == null ? null : regions.provinceOf(region.code()).value();
    }

    private static String pool(Region region) {
        return region == null || region.pool() == null ? null : region.pool().value();
    }

    private Map<String, Domain> domains() {
        if (facts.open().isEmpty()) {
            return Map.of();
        }
        Map<String, Domain> domains = new HashMap<>();
        Stream.concat(family.facts().stream(), family.derived().stream().map(DerivedFact::fact))
                .filter(fact -> facts.open().contains(fact.name()))
                .forEach(fact -> domains.put(fact.name(), domain(fact)));
        return domains;
    }

    private static Domain domain(Fact fact) {
        return switch (fact.type()) {
            case FLAG -> Domain.flag();
            case CHOICE -> Domain.of(fact.choices().keySet());
            case DATE -> Domain.date();
            case YEAR, COUNT -> Domain.number(BigDecimal.ONE, fact.least(), fact.most());
            case MONEY -> Domain.number(CENT, fact.least(), fact.most());
            case RATE -> Domain.number(FRACTION, fact.least(), fact.most());
            case REGION, MONTH, WAGE_ANNOUNCEMENTS, TEXT -> Domain.text();
        };
    }

    private void refuseMissing() {
        if (missing.isEmpty()) {
            return;
        }
        Violations violations = new Violations();
        family.facts().stream()
                .filter(fact -> missing.contains(fact.name()))
                .forEach(fact -> violations.add(fact.name(), null, FactReader.missing(fact)));
        violations.throwIfAny();
    }

    private Explanation explanation() {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Result result : family.results()) {
            Object value = result.name().equals(Result.BASIS) ? basis() : first(result.name());
            if (value != null) {
                results.put(result.name(), value);
            }
        }
        return new Explanation(
                family.name(),
                businessDate,
                facts.plain(),
                join((ruling, hit) -> ruling.speaker().instrument(), ";"),
                join((ruling, hit) -> hit.table(), ";"),
                join((ruling, hit) -> hit.version(), ";"),
                join((ruling, hit) -> hit.rule(), ";"),
                ruleText(),
                results,
                reasons(),
                tables.version());
    }

    private Reasons reasons() {
        Conclusion decided = conclusions.get(0);
        Set<Checked> checked = new LinkedHashSet<>();
        Set<Silence> silence = new LinkedHashSet<>();
        Map<String, Object> known = facts.plain();
        for (Ruling ruling : decided.rulings()) {
            if (!ruling.answered()) {
                for (Gap gap :
                        silences.of(tables, facts.regions(), family, region(), businessDate, known, facts.open())) {
                    silence.add(new Silence(gap.says(), gap.because()));
                    new TreeMap<>(gap.when()).forEach((fact, test) -> addStated(fact, test, known, checked));
                }
            } else if (decided.refers()) {
                ruling.hits().forEach(hit -> silence.add(new Silence(hit.ruleText(), provisions(hit))));
            }
        }
        for (Conclusion conclusion : conclusions) {
            for (Ruling ruling : conclusion.rulings()) {
                ruling.hits().forEach(hit -> checked.addAll(hit.checked()));
            }
        }
        return new Reasons(List.copyOf(checked), steps(), nearest, List.copyOf(silence));
    }

    private void addStated(String fact, String test, Map<String, Object> known, Set<Checked> checked) {
        if (!facts.open().contains(fact)) {
            checked.add(new Checked(fact, known.get(fact), test));
        }
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        conclusions.forEach(conclusion -> steps.addAll(conclusion.steps()));
        return steps;
    }

    private static List<String> provisions(Hit hit) {
        return ProvisionReference.parseList((String) hit.row().get(Result.BASIS)).stream()
                .map(ProvisionReference::id)
                .toList();
    }

    /** What the rows say, and that there may be none where that is so. */
    private String ruleText() {
        String said = join((ruling, hit) -> hit.ruleText(), "\n");
        for (Ruling ruling : conclusions.get(0).rulings()) {
            if (!ruling.answered()) {
                return said == null ? NO_RULE : said + "\n" + NO_RULE;
            }
        }
        return said == null ? "" : said;
    }

    private Object first(String result) {
        for (Conclusion conclusion : conclusions) {
            Object value = conclusion.results().get(result);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private String basis() {
        Joined joined = new Joined(";");
        for (Conclusion conclusion : conclusions) {
            joined.addEach((String) conclusion.results().get(Result.BASIS));
        }
        return joined.text();
    }

    /** A property of all rows that fired or may have fired, each value once; {@code null} if there is none. */
    private String join(BiFunction<Ruling, Hit, String> property, String separator) {
        Joined joined = new Joined(separator);
        for (Conclusion conclusion : conclusions) {
            for (Ruling ruling : conclusion.rulings()) {
                for (Hit hit : ruling.hits()) {
                    joined.add(property.apply(ruling, hit));
                }
            }
        }
        return joined.text();
    }
}
