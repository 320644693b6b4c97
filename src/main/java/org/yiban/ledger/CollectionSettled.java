package org.yiban.ledger;

import java.math.BigDecimal;
import org.yiban.kernel.CaseNumber;

/**
 * What became of money that was to come in. Published inside the transaction that settles it.
 *
 * @param state {@code PAID}, {@code PARTLY} or {@code EXPIRED}
 * @param amount what came in, yuan
 */
public record CollectionSettled(CaseNumber caseNumber, String key, CollectionState state, BigDecimal amount) {}
