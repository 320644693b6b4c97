/** The engine's side of plans. */
package org.yiban.backpay.plan.process;
