package org.yiban.policy.families;

import java.util.HashMap;
import java.util.Map;
import org.yiban.policy.Steps;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;
import org.yiban.region.Regions;

/** Asks a family to count, without tables: facts as they are written, and what a table would say. */
final class Asked {

    private static final Regions REGIONS = Regions.load();

    private final Family family;
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, Object> row = new HashMap<>();

    private Asked(Family family) {
        this.family = family;
    }

    static Asked of(Family family) {
        return new Asked(family);
    }

    Asked with(String fact, Object value) {
        facts.put(fact, value.toString());
        return this;
    }

    Asked row(String output, Object value) {
        row.put(output, value);
        return this;
    }

    Facts facts() {
        return new FactReader(REGIONS).read(family.facts(), family.derived(), facts, family::check);
    }

    /** A fact that follows. */
    Object derived(String fact) {
        return facts().plain().get(fact);
    }

    Map<String, Object> results() {
        return family.conclude(facts(), Row.of(row), new Steps());
    }
}
