package org.yiban.backpay;

import java.math.BigDecimal;

/**
 * What is credited to a personal account for a lump sum (补计个人账户).
 *
 * @param amount yuan
 * @param source by which rate, or by which paper, in Chinese
 * @param stated whether a person stated it, because no rate is on record
 * @param credited whether it has been credited
 */
public record AccountCredit(BigDecimal amount, String source, boolean stated, boolean credited) {}
