/** HTTP of benefits across a transfer. */
package org.yiban.transfer.gap.web;
