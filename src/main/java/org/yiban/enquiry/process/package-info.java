/** The engine's side of enquiries. */
package org.yiban.enquiry.process;
