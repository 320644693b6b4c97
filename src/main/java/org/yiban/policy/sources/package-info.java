/**
 * The documents that the tables are built from, as data: number, issuer, period in force, and each provision with a
 * short statement of our own. Every provision that a table cites is one of these.
 */
package org.yiban.policy.sources;
