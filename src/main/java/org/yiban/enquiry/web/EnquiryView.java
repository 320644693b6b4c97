package org.yiban.enquiry.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.yiban.policy.Explanation;

/**
 * An enquiry as people read it.
 *
 * @param familyLabel what was asked, for people
 * @param note what the clerk wrote down; {@code null} if nothing
 * @param sentences the answer with its reasons, the conclusion first
 * @param explanation the same as data
 */
record EnquiryView(
        String number,
        String pool,
        String poolName,
        String family,
        String familyLabel,
        String note,
        String askedByName,
        OffsetDateTime askedAt,
        List<String> sentences,
        Explanation explanation) {}
