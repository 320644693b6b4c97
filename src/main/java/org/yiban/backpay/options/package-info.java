/** What is missing at retirement, what closes the gap, and what it costs: the tables are asked, nothing is written. */
package org.yiban.backpay.options;
