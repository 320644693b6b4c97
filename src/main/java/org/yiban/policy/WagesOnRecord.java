package org.yiban.policy;

import java.util.List;
import org.yiban.region.RegionCode;

/** The announcements of average wages that stand on record: put in where a question leaves them open. */
@FunctionalInterface
public interface WagesOnRecord {

    /** Nothing is on record: whoever asks states the announcements. */
    WagesOnRecord NONE = region -> List.of();

    /** The announcements for the pool of a division and for its province. */
    List<RecordedWage> announcements(RegionCode region);
}
