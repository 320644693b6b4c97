package org.yiban.policy.families;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** A family that declares its facts and results once, and not anew for every question. */
final class DeclaredOnce implements Family {

    private final Family family;
    private final List<Fact> facts;
    private final Set<String> factNames;
    private final List<DerivedFact> derived;
    private final List<Result> results;
    private final Set<String> resultNames;
    private final List<String> parts;

    DeclaredOnce(Family family) {
        this.family = family;
        facts = List.copyOf(family.facts());
        factNames = family.factNames();
        derived = List.copyOf(family.derived());
        results = List.copyOf(family.results());
        resultNames = family.resultNames();
        parts = List.copyOf(family.parts());
    }

    @Override
    public String name() {
        return family.name();
    }

    @Override
    public String label() {
        return family.label();
    }

    @Override
    public List<Fact> facts() {
        return facts;
    }

    @Override
    public Set<String> factNames() {
        return factNames;
    }

    @Override
    public List<DerivedFact> derived() {
        return derived;
    }

    @Override
    public List<Result> results() {
        return results;
    }

    @Override
    public Set<String> resultNames() {
        return resultNames;
    }

    @Override
    public String regionFact() {
        return family.regionFact();
    }

    @Override
    public List<Map<String, String>> impossible() {
        return family.impossible();
    }

    @Override
    public List<TableOutput> outputs() {
        return family.outputs();
    }

    @Override
    public String businessDateFact() {
        return family.businessDateFact();
    }

    @Override
    public LocalDate businessDate(Facts known) {
        return family.businessDate(known);
    }

    @Override
    public void check(Facts known, Violations violations) {
        family.check(known, violations);
    }

    @Override
    public List<String> parts() {
        return parts;
    }

    @Override
    public Map<String, Object> conclude(Facts known, Row row, Steps steps) {
        return family.conclude(known, row, steps);
    }

    @Override
    public Map<String, Object> concludePart(
            String part, Facts known, Row row, Map<String, Object> decided, Steps steps) {
        return family.concludePart(part, known, row, decided, steps);
    }
}
