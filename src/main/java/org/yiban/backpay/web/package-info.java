/** HTTP of retirement. */
package org.yiban.backpay.web;
