package org.yiban.person;

import org.yiban.region.RegionCode;

/**
 * Contribution months of a person were added to a pool's record, or taken off it. Published inside the transaction that
 * does so; what a file adds is told by {@link PeopleImported} instead.
 */
public record MonthsRecorded(long personId, RegionCode pool) {}
