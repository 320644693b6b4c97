package org.yiban.person;

/**
 * Somebody was shown an identity number in full. Published in the transaction of the reveal, before the number is
 * handed out: a listener that cannot record it stops the reveal.
 *
 * @param personId whose number
 * @param reason why, as the person who asked gave it
 */
public record IdentityNumberRevealed(long personId, String reason) {}
