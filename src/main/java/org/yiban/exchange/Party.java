package org.yiban.exchange;

import org.yiban.region.RegionCode;

/**
 * Who sends or receives a message: a pool, or a partner outside such as treasury or the tax bureau.
 *
 * @param name the code of the pool, six digits, or the name of the partner as it is configured, beginning with a letter
 */
public record Party(String name) {

    private static final String POOL = "[0-9]{6}";
    private static final String PARTNER = "[A-Za-z][A-Za-z0-9-]{0,31}";

    /** @throws IllegalArgumentException if the name is neither a pool's code nor can be a partner's name */
    public Party {
        if (!name.matches(POOL) && !name.matches(PARTNER)) {
            throw new IllegalArgumentException("neither a pool nor a partner: " + name);
        }
    }

    /** A pool, whether it is served here or not. */
    public static Party pool(RegionCode pool) {
        return new Party(pool.value());
    }

    /** A partner outside, by the name it is configured under. */
    public static Party partner(String name) {
        if (name.matches(POOL)) {
            throw new IllegalArgumentException("a pool is no partner: " + name);
        }
        return new Party(name);
    }

    /** Whether this is a pool. */
    public boolean isPool() {
        return name.matches(POOL);
    }

    /**
     * The pool this is.
     *
     * @throws IllegalStateException if it is a partner
     */
    public RegionCode toPool() {
        if (!isPool()) {
            throw new IllegalStateException(name + " is no pool");
        }
        return new RegionCode(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
