/**
 * What somebody is short of at retirement and what closing the gap costs, side by side in several pools, for anyone at the
 * counter: without a case, nothing is stored.
 */
package org.yiban.backpay.calculator;
