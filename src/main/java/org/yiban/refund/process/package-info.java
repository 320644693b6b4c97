/** The engine's side of refunds: delegates of three moves and the messages that move the process. */
package org.yiban.refund.process;
