/** The engine's side of benefits across a transfer. */
package org.yiban.transfer.gap.process;
