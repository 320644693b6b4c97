package org.yiban.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Which partner speaks for which pools elsewhere: one may speak for a single pool, for a province, or for all. Who is named
 * for the pool goes before who is named for its province, and that one before who speaks for all.
 */
final class SpokenFor {

    private static final String ALL = "all";

    private final Regions regions;
    private final Map<String, String> byRegion = new HashMap<>();

    /** @throws InvalidConfigurationPropertyValueException if a region is unknown, or two partners are named for one */
    SpokenFor(Map<String, ExchangeProperties.Partner> partners, Regions regions) {
        this.regions = regions;
        partners.forEach(
                (name, partner) -> partner.regions().stream().map(String::strip).forEach(region -> put(name, region)));
    }

    Optional<String> by(RegionCode pool) {
        if (regions.find(pool).filter(Region::isPool).isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(pool.value(), regions.provinceOf(pool).value(), ALL)
                .filter(byRegion::containsKey)
                .map(byRegion::get)
                .findFirst();
    }

    private void put(String name, String region) {
        if (!region.equals(ALL) && !isPoolOrProvince(region)) {
            throw refused(name, region, "填写统筹区代码、省份代码（该省各统筹区）或 all（全国），例如 370100");
        }
        String other = byRegion.put(region, name);
        if (other != null) {
            throw refused(name, region, "伙伴 " + other + " 已经代表这个地区；一个地区只能由一个伙伴代表");
        }
    }

    private boolean isPoolOrProvince(String text) {
        if (!text.matches("[0-9]{6}")) {
            return false;
        }
        Optional<Region> region = regions.find(new RegionCode(text));
        return region.filter(found -> found.isPool() || found.parent() == null).isPresent();
    }

    private static InvalidConfigurationPropertyValueException refused(String name, String region, String why) {
        return new InvalidConfigurationPropertyValueException(
                "yiban.exchange.partners." + name + ".regions", region, why);
    }
}
