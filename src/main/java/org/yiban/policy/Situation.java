package org.yiban.policy;

import java.time.LocalDate;
import java.util.Map;
import org.yiban.region.RegionCode;

/**
 * The facts of one question, read and completed.
 *
 * @param businessDate the date on which a rule must be in force
 * @param province province of the region whose documents speak
 * @param pool pool of that region; {@code null} where only the province is known
 * @param facts facts stated and derived, as plain values by name; what tables see
 */
record Situation(LocalDate businessDate, RegionCode province, RegionCode pool, Map<String, Object> facts) {}
