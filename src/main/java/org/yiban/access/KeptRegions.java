package org.yiban.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Whose announcements a person keeps: those of a pool its supervisors; those of a province supervisors of its pools who keep
 * the calendar, too.
 */
@Component
public class KeptRegions {

    private final Regions regions;

    KeptRegions(Regions regions) {
        this.regions = regions;
    }

    /** Whether the person keeps what concerns several pools. */
    public static boolean severalPools(CurrentUser user) {
        return user.keepsCalendar() && !user.pools(Role.SUPERVISE).isEmpty();
    }

    /** The pools and provinces whose announcements the person keeps. */
    public List<RegionCode> of(CurrentUser user) {
        Set<RegionCode> pools = new TreeSet<>(user.pools(Role.SUPERVISE));
        pools.removeIf(pool -> regions.find(pool).isEmpty());
        List<RegionCode> kept = new ArrayList<>(pools);
        if (severalPools(user)) {
            pools.stream()
                    .map(regions::provinceOf)
                    .distinct()
                    .filter(province -> !kept.contains(province))
                    .forEach(kept::add);
        }
        return kept;
    }

    /** The pools in which the person holds a role, and their provinces: whose announcements concern them. */
    public Set<RegionCode> concerning(CurrentUser user) {
        Set<RegionCode> seen = new TreeSet<>();
        user.roles().keySet().stream()
                .map(RegionCode::new)
                .filter(pool -> regions.find(pool).isPresent())
                .forEach(pool -> {
                    seen.add(pool);
                    seen.add(regions.provinceOf(pool));
                });
        return seen;
    }
}
