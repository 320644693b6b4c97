/**
 * Continuing to pay month by month until the years are reached 继续按月缴费计划: watched by a process of its own beside the case,
 * closed when reached or broken.
 */
package org.yiban.backpay.plan;
