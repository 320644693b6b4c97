/** The page on which finance pays: open orders, batches and their files, reconciliation, money to come in. */
package org.yiban.desk.payments;
