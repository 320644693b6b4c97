package org.yiban.policy.tables;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;
import org.yiban.region.Region;

/**
 * A region that questions are asked in.
 *
 * @param province {@code null} for a family without region
 * @param pool {@code null} where only the province is known
 */
record SweptPlace(String province, String pool) {

    private static final String ELSEWHERE = "110000";

    /** Every province and pool that precedence or a gap names, another pool of each such province, and one elsewhere. */
    static Set<SweptPlace> all(Family family, List<Gap> gaps) {
        if (family.regionFact() == null) {
            return Set.of(new SweptPlace(null, null));
        }
        Set<String> named = new TreeSet<>(Set.of(ELSEWHERE));
        SweptPolicy.precedence().rules().stream()
                .flatMap(rule -> rule.cells().stream())
                .filter(cell ->
                        Set.of("province", "pool").contains(cell.column().fact()))
                .forEach(cell -> named.addAll(Domain.Literals.texts(Set.of(cell.test()))));
        gaps.forEach(gap -> {
            named.addAll(gap.regions());
            named.addAll(gap.except());
        });
        Set<SweptPlace> places = new LinkedHashSet<>();
        for (String code : named) {
            String province = province(region(code));
            places.add(of(region(code)));
            places.add(of(region(province)));
            SweptPolicy.REGIONS.pools().stream()
                    .filter(pool -> province(pool).equals(province)
                            && !named.contains(pool.code().value()))
                    .findFirst()
                    .ifPresent(pool -> places.add(of(pool)));
        }
        return places;
    }

    /** The documents that speak there. */
    List<Speaker> speakers(Family family, LocalDate businessDate) {
        return SweptPolicy.TABLES.speakers(family.name(), province, pool, businessDate);
    }

    @Override
    public String toString() {
        return pool == null ? String.valueOf(province) : pool;
    }

    private static SweptPlace of(Region region) {
        return new SweptPlace(
                province(region), region.pool() == null ? null : region.pool().value());
    }

    private static Region region(String code) {
        return SweptPolicy.REGIONS.require("region", code);
    }

    private static String province(Region region) {
        return SweptPolicy.REGIONS.provinceOf(region.code()).value();
    }
}
