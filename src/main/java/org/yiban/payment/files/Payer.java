package org.yiban.payment.files;

/**
 * The account that a pool's fund pays from.
 *
 * @param name holder
 * @param account number of the account
 * @param bankCode twelve digits
 */
public record Payer(String name, String account, String bankCode) {}
