package org.yiban.ledger;

import java.math.BigDecimal;

/**
 * Some orders together.
 *
 * @param amount yuan
 */
public record OrderTotal(long orders, BigDecimal amount) {}
