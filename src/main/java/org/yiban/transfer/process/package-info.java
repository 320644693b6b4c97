/** The engine's side of transfers: delegates of three moves and the messages that move the processes. */
package org.yiban.transfer.process;
