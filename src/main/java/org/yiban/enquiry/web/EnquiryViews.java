package org.yiban.enquiry.web;

import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.enquiry.Enquiries;
import org.yiban.enquiry.Enquiry;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.region.Regions;

/** Makes views of enquiries. */
@Component
class EnquiryViews {

    private final Enquiries enquiries;
    private final Policies policies;
    private final DecisionWords words;
    private final Regions regions;
    private final Access access;

    EnquiryViews(Enquiries enquiries, Policies policies, DecisionWords words, Regions regions, Access access) {
        this.enquiries = enquiries;
        this.policies = policies;
        this.words = words;
        this.regions = regions;
        this.access = access;
    }

    EnquiryView of(Enquiry enquiry) {
        Explanation explanation = enquiries.answerTo(enquiry).explanation();
        return new EnquiryView(
                enquiry.number().value(),
                enquiry.pool().value(),
                regions.fullName(enquiry.pool()),
                enquiry.family(),
                policies.label(enquiry.family()),
                enquiry.note(),
                access.nameOf(enquiry.askedBy()),
                enquiry.askedAt().toOffsetDateTime(),
                words.explain(explanation),
                explanation);
    }

    EnquiryRow row(Enquiry enquiry) {
        return new EnquiryRow(
                enquiry.number().value(),
                regions.fullName(enquiry.pool()),
                policies.label(enquiry.family()),
                words.explain(enquiries.answerTo(enquiry).explanation()).conclusion(),
                access.nameOf(enquiry.askedBy()),
                enquiry.askedAt().toOffsetDateTime());
    }
}
