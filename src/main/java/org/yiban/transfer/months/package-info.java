/** Contribution months of two records joined month by month: what counts, what was paid twice, where each comes from. */
package org.yiban.transfer.months;
