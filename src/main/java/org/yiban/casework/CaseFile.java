package org.yiban.casework;

import java.time.OffsetDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * What is known of every case, whatever its kind.
 *
 * @param pool the pool whose staff handle it
 * @param outcome a Chinese sentence on how it ended, {@code null} while open
 * @param openedBy user id of who registered it, or {@code system} where a message opened it
 * @param closedAt {@code null} while open
 */
public record CaseFile(
        CaseNumber number,
        CaseKind kind,
        RegionCode pool,
        long personId,
        CaseState state,
        String outcome,
        String openedBy,
        OffsetDateTime openedAt,
        OffsetDateTime closedAt) {}
