/** HTTP of plans. */
package org.yiban.backpay.plan.web;
