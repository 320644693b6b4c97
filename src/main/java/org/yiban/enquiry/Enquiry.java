package org.yiban.enquiry;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * What was asked of the rules without a case.
 *
 * @param pool the pool in which it was asked; the rules may be another region's
 * @param family the family of decisions asked
 * @param facts the facts as they were stated, by the names of the contract
 * @param note what the clerk wrote down; {@code null} if nothing
 * @param askedBy user id of the clerk
 */
public record Enquiry(
        CaseNumber number,
        RegionCode pool,
        String family,
        Map<String, String> facts,
        String note,
        String askedBy,
        ZonedDateTime askedAt) {

    /** The letters its numbers begin with: 咨询. */
    public static final String LETTERS = "ZX";

    public Enquiry {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
