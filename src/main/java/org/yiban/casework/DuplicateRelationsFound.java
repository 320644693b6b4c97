package org.yiban.casework;

import java.time.LocalDate;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A case came across two relations of a person that stand at the same time: to be cleared up by a case of its own, opened
 * in the publisher's transaction.
 *
 * @param foundIn the case that came across them
 * @param pool whose case it is
 */
public record DuplicateRelationsFound(CaseNumber foundIn, RegionCode pool, long personId, LocalDate foundOn) {}
