package org.yiban.enquiry.web;

import java.time.OffsetDateTime;
import org.yiban.policy.Explanation;
import org.yiban.policy.explain.ExplainedDecision;

/**
 * An enquiry as people read it.
 *
 * @param familyLabel what was asked, for people
 * @param note what the clerk wrote down; {@code null} if nothing
 * @param words the answer with its reasons, as people say it
 * @param explanation the same as data
 * @param seniorWords what a senior decided where the documents left it to a person; {@code null} if none did
 * @param waitsForSenior whether a senior has still to decide
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
        ExplainedDecision words,
        Explanation explanation,
        ExplainedDecision seniorWords,
        boolean waitsForSenior) {}
