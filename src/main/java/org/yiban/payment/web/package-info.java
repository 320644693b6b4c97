/** Payments over HTTP. */
package org.yiban.payment.web;
