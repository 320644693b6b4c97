package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What arrived of a balance.
 *
 * @param amount yuan
 * @param receipt number of the receipt, unique within a case
 * @param byUser who recorded it; {@code null} where the treasury said it
 */
public record BalanceArrival(BigDecimal amount, String receipt, LocalDate receivedOn, String byUser) {}
