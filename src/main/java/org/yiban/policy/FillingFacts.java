package org.yiban.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.families.Family;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Reads the facts of a question, and puts announcements on record in where the question leaves them open. */
final class FillingFacts {

    private final Regions regions;
    private final WagesOnRecord wages;

    FillingFacts(Regions regions, WagesOnRecord wages) {
        this.regions = regions;
        this.wages = wages;
    }

    /**
     * The facts of a question; those that were put in know their source.
     *
     * @throws org.yiban.kernel.ProblemException as {@link FactReader#read}
     */
    Facts read(Family family, Map<String, String> given) {
        Optional<Fact> open = family.facts().stream()
                .filter(fact -> fact.type() == FactType.WAGE_ANNOUNCEMENTS)
                .filter(fact -> blank(given.get(fact.name())))
                .findFirst();
        List<RecordedWage> found =
                open.map(fact -> onRecord(given.get(family.regionFact()))).orElse(List.of());
        Map<String, String> filled = given;
        if (!found.isEmpty()) {
            filled = new HashMap<>(given);
            filled.put(
                    open.get().name(), found.stream().map(RecordedWage::written).collect(Collectors.joining(";")));
        }
        Facts facts = new FactReader(regions).read(family.facts(), family.derived(), filled, family::check);
        found.forEach(wage -> facts.tellSource(wage.written(), wage.source()));
        return facts;
    }

    private List<RecordedWage> onRecord(String region) {
        String code = region == null ? "" : region.strip();
        if (!code.matches("[0-9]{6}")) {
            return List.of();
        }
        RegionCode known = new RegionCode(code);
        return regions.find(known).isPresent() ? wages.announcements(known) : List.of();
    }

    private static boolean blank(String written) {
        return written == null || written.isBlank();
    }
}
