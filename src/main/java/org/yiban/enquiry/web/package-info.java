/** Enquiries over HTTP. */
package org.yiban.enquiry.web;
