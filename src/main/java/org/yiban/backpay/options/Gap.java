package org.yiban.backpay.options;

/**
 * A gap and its price.
 *
 * @param kind ACTUAL or CUMULATIVE
 * @param closesAll whether nothing is missing once it is closed
 */
record Gap(int months, String kind, boolean closesAll, Price price) {}
