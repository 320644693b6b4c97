/** The page on which supervisors watch over the messages of their pools, and offer again what is stuck. */
package org.yiban.desk.exchange;
