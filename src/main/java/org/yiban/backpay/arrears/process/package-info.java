/** The engine's side of employers' arrears. */
package org.yiban.backpay.arrears.process;
