package org.yiban.duplicate;

/**
 * What the process goes on by once it is decided which relation stays.
 *
 * @param referred whether the documents leave it to a person
 * @param suspendPayments whether benefits are not to be paid for now
 * @param benefitsSuspended whether they are not paid, by this decision or an earlier one
 */
public record DecidedDuplicate(boolean referred, boolean suspendPayments, boolean benefitsSuspended) {}
