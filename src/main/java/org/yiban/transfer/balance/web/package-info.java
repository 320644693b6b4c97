/** HTTP of balances that move. */
package org.yiban.transfer.balance.web;
