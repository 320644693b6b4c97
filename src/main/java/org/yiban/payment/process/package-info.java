/** The engine's side of payment batches. */
package org.yiban.payment.process;
