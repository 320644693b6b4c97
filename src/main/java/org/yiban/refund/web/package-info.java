/** Refunds over HTTP: for the forms in Tasklist and for other systems. */
package org.yiban.refund.web;
