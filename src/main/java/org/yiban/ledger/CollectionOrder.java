package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Money that is to come in.
 *
 * @param purpose what the money is
 * @param amount yuan
 * @param lastDay until when it may come in
 * @param collected yuan; nothing while open
 * @param receipt number of the receipt; {@code null} where nothing came in
 * @param receivedOn the day on which it came in, as whoever says so states it; {@code null} where nothing came in
 * @param settledAt {@code null} while open
 */
public record CollectionOrder(
        long id,
        String key,
        CollectionPurpose purpose,
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        BigDecimal amount,
        LocalDate lastDay,
        CollectionState state,
        BigDecimal collected,
        String receipt,
        LocalDate receivedOn,
        ZonedDateTime orderedAt,
        ZonedDateTime settledAt) {}
