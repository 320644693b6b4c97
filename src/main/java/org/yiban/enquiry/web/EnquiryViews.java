package org.yiban.enquiry.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.enquiry.Enquiries;
import org.yiban.enquiry.Enquiry;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

/** Makes views of enquiries. */
@Component
class EnquiryViews {

    private final Enquiries enquiries;
    private final Policies policies;
    private final Regions regions;
    private final Access access;

    EnquiryViews(Enquiries enquiries, Policies policies, Regions regions, Access access) {
        this.enquiries = enquiries;
        this.policies = policies;
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
                sentences(explanation),
                explanation);
    }

    EnquiryRow row(Enquiry enquiry) {
        return new EnquiryRow(
                enquiry.number().value(),
                regions.fullName(enquiry.pool()),
                policies.label(enquiry.family()),
                sentences(enquiries.answerTo(enquiry).explanation()).get(0),
                access.nameOf(enquiry.askedBy()),
                enquiry.askedAt().toOffsetDateTime());
    }

    private List<String> sentences(Explanation explanation) {
        return List.of(explanation.ruleText());
    }
}
