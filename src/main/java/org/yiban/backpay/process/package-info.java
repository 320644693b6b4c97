/** The engine's side of retirement: each step of the process calls one service. */
package org.yiban.backpay.process;
