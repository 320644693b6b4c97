/** Arithmetic of months and money. Knows no document: the tables say what is counted, and how. */
package org.yiban.policy.counting;
