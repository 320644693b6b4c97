package org.yiban.enquiry.web;

import java.time.OffsetDateTime;

/**
 * An enquiry as a line of a list.
 *
 * @param familyLabel what was asked, for people
 * @param conclusion the answer in one sentence
 */
record EnquiryRow(
        String number,
        String poolName,
        String familyLabel,
        String conclusion,
        String askedByName,
        OffsetDateTime askedAt) {}
