/** HTTP of employers' arrears. */
package org.yiban.backpay.arrears.web;
