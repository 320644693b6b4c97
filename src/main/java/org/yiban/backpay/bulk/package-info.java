/** People who reach the age of retirement, by the list. */
package org.yiban.backpay.bulk;
