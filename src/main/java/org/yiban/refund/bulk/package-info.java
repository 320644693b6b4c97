/** Applications for refunds that come as files. */
package org.yiban.refund.bulk;
