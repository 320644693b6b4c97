package org.yiban.transfer;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * An application that the transfer-out side took and sent to the transfer-in side, as the clerks of the former see it.
 *
 * @param personName of whom it is
 * @param maskedIdentityNumber of the same
 * @param state SENT, REGISTERED or REFUSED
 * @param caseNumber the transfer-in side's case, {@code null} until it answers, or if it refused
 * @param refusalReason why it refused, {@code null} if it did not
 * @param answeredAt {@code null} until it answers
 */
public record HandedOver(
        String conversationId,
        String personName,
        String maskedIdentityNumber,
        String fromPoolName,
        String toRegionName,
        LocalDate appliedOn,
        String state,
        String stateTitle,
        String caseNumber,
        String refusalReason,
        OffsetDateTime registeredAt,
        OffsetDateTime answeredAt) {}
