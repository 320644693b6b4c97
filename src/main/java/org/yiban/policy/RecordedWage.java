package org.yiban.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yiban.region.RegionCode;

/**
 * An announcement of an average wage on record.
 *
 * @param region the province or pool whose average it is
 * @param year the year it was earned in
 * @param monthlyAverage yuan a month
 * @param source who announced it and where, and whether nobody did
 */
public record RecordedWage(
        RegionCode region, int year, BigDecimal monthlyAverage, LocalDate announcedOn, String source) {

    /** As the fact is written: {@code region:year:monthlyAverage:announcedOn}. */
    public String written() {
        return "%s:%d:%s:%s".formatted(region, year, monthlyAverage.toPlainString(), announcedOn);
    }
}
