/** What the record says of a claim for a refund, as the facts that the tables ask for, and what an agency asks to see. */
package org.yiban.refund.facts;
