/** The files that go to the treasury and come from it: pain.001 and CSV, pain.002 and CSV. Knows no database. */
package org.yiban.payment.files;
