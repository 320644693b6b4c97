package org.yiban.refund;

/**
 * Who is to be paid, as people may see it.
 *
 * @param name the account's holder
 * @param maskedAccount first and last digits of the account number
 * @param bankCode twelve digits
 */
public record RefundPayee(String name, String maskedAccount, String bankCode) {}
