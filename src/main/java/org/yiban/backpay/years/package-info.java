/** The months that count towards retirement: those on record, and those that past service adds. Writes nothing. */
package org.yiban.backpay.years;
