package org.yiban.ledger;

import java.math.BigDecimal;

/**
 * How money stands, in yuan: of a case, a payment or a pool.
 *
 * @param waiting ordered, not left yet
 * @param inTransit left for the treasury, result not known
 * @param refunded paid out
 * @param recovered taken back: from personal accounts or collected
 * @param receivable to come in still
 * @param unassigned came in and closes nothing, neither counted nor gone back yet
 */
public record Standing(
        BigDecimal waiting,
        BigDecimal inTransit,
        BigDecimal refunded,
        BigDecimal recovered,
        BigDecimal receivable,
        BigDecimal unassigned) {}
