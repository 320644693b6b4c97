/** The engine's side of relations that stand twice: delegates of three moves and the messages that move the process. */
package org.yiban.duplicate.process;
