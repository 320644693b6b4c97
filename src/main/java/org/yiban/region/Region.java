package org.yiban.region;

/**
 * An administrative division.
 *
 * @param code its code
 * @param name its own name (聊城市); a grouping without a name of its own (市辖区) bears its province's
 * @param level how high it stands
 * @param parent the division it lies in; {@code null} for a province
 * @param pool the pooling area (统筹区) it belongs to, its own code if it is one; {@code null} where it holds several
 *     pools, as a province does
 */
public record Region(RegionCode code, String name, RegionLevel level, RegionCode parent, RegionCode pool) {

    /** Whether this division is a pooling area itself. */
    public boolean isPool() {
        return code.equals(pool);
    }
}
