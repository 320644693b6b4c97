package org.yiban.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The pools whose agencies work in this installation, from the property {@code yiban.served-pools}. */
public final class ServedPools {

    static final String PROPERTY = "yiban.served-pools";

    private final Map<RegionCode, Region> pools = new LinkedHashMap<>();

    /**
     * @param codes codes of pools
     * @throws InvalidConfigurationPropertyValueException if there is none, or one is not a pool's
     */
    ServedPools(List<String> codes, Regions regions) {
        if (codes.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY, null, "没有填写本系统服务的统筹区；请填写一个或几个统筹区代码，用逗号隔开，例如 371500,370800");
        }
        for (String text : codes) {
            String code = text.strip();
            Region pool = code.matches("[0-9]{6}")
                    ? regions.find(new RegionCode(code)).filter(Region::isPool).orElse(null)
                    : null;
            if (pool == null) {
                throw new InvalidConfigurationPropertyValueException(
                        PROPERTY, code, "“%s”不是统筹区代码；请填写统筹区的六位代码，例如 371500（山东省聊城市）".formatted(code));
            }
            pools.put(pool.code(), pool);
        }
    }

    /** The served pools in the order in which they were named. */
    public List<Region> all() {
        return List.copyOf(pools.values());
    }

    public boolean contains(RegionCode pool) {
        return pools.containsKey(pool);
    }
}
