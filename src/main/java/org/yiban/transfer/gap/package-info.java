/**
 * Benefits without a gap (待遇衔接): until when the transfer-out pool pays, from when the transfer-in pool does, and what
 * becomes of the months between that nobody paid for.
 */
package org.yiban.transfer.gap;
