/** The engine's side of balances that move. */
package org.yiban.transfer.balance.process;
