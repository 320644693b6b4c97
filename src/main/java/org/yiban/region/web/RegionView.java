package org.yiban.region.web;

import org.yiban.region.Region;
import org.yiban.region.RegionLevel;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/**
 * A division as forms show it.
 *
 * @param code its code
 * @param name its own name
 * @param fullName its name from the province down
 * @param level how high it stands
 * @param pool code of the pool it belongs to; {@code null} where it holds several pools
 * @param poolName full name of that pool; {@code null} as above
 * @param served whether that pool's agency works in this installation
 */
record RegionView(
        String code, String name, String fullName, RegionLevel level, String pool, String poolName, boolean served) {

    static RegionView of(Region region, Regions regions, ServedPools served) {
        boolean pooled = region.pool() != null;
        return new RegionView(
                region.code().value(),
                region.name(),
                regions.fullName(region.code()),
                region.level(),
                pooled ? region.pool().value() : null,
                pooled ? regions.fullName(region.pool()) : null,
                pooled && served.contains(region.pool()));
    }
}
