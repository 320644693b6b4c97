package org.yiban.policy.checks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Finds all chains: for every region that anything names, and for all others together. */
final class Chains {

    private record Place(String province, String pool) {}

    private static final Place NOWHERE = new Place("", null);

    private final Precedence precedence;
    private final Map<String, WrittenTable> tables;
    private final Set<Place> places = new LinkedHashSet<>();

    /** @param tables all tables, by id */
    Chains(Precedence precedence, Map<String, WrittenTable> tables, Gaps gaps, Regions regions) {
        this.precedence = precedence;
        this.tables = tables;
        places.add(NOWHERE);
        Stream<String> named = Stream.of(
                        precedence.named("province").stream(),
                        precedence.named("pool").stream(),
                        gaps.all().stream()
                                .flatMap(gap -> Stream.concat(gap.regions().stream(), gap.except().stream())))
                .flatMap(codes -> codes);
        named.sorted().forEach(code -> place(code, regions));
    }

    private void place(String code, Regions regions) {
        regions.find(new RegionCode(code)).ifPresent(region -> {
            String province = regions.provinceOf(region.code()).value();
            places.add(new Place(province, null));
            if (!province.equals(code)) {
                places.add(new Place(province, code));
            }
        });
    }

    /** The table that a row makes speak; empty if there is none. */
    Optional<WrittenTable> table(Precedence.Row row, String asked) {
        return Optional.ofNullable(tables.get(row.speaker().table(asked)))
                .filter(table -> table.file().equals(row.speaker().file(asked)));
    }

    /** The chains of a family and its parts. Rows whose table does not exist are left out. */
    List<Chain> of(FamilySpace space) {
        List<Chain> chains = new ArrayList<>();
        Family family = space.family();
        Stream<String> asked = Stream.concat(
                Stream.of(family.name()), family.parts().stream().map(part -> family.name() + "/" + part));
        asked.forEach(name -> {
            for (Place place : family.regionFact() == null ? Set.of(NOWHERE) : places) {
                chains.addAll(chains(space, name, place));
            }
        });
        return chains;
    }

    private List<Chain> chains(FamilySpace space, String asked, Place place) {
        List<Precedence.Row> rows = precedence.rows().stream()
                .filter(row -> row.isAbout(asked, place.province(), place.pool()))
                .filter(row -> table(row, asked).isPresent())
                .toList();
        Map<List<Precedence.Row>, BitSet> dates = new LinkedHashMap<>();
        space.dates().all().stream().forEach(piece -> {
            List<Precedence.Row> speaking = rows.stream()
                    .filter(row -> space.dates().passing(row.dates()).get(piece))
                    .toList();
            dates.computeIfAbsent(speaking, key -> new BitSet()).set(piece);
        });
        List<Chain> chains = new ArrayList<>();
        dates.forEach((speaking, pieces) -> chains.add(new Chain(
                asked,
                place.province(),
                place.pool(),
                pieces,
                speaking,
                speaking.stream().map(row -> table(row, asked).orElseThrow()).toList())));
        return chains;
    }
}
