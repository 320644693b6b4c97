package org.yiban.enquiry.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.enquiry.Enquiries;
import org.yiban.enquiry.Enquiry;
import org.yiban.policy.Answer;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.explain.ExplainedDecision;
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
        List<RecordedDecision> answers = enquiries.answersTo(enquiry);
        Explanation explanation = answers.get(0).explanation();
        ExplainedDecision senior = answers.size() > 1 ? words.explain(newest(answers)) : null;
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
                explanation,
                senior,
                senior == null && new Answer(explanation).leftToPerson());
    }

    private static Explanation newest(List<RecordedDecision> answers) {
        return answers.get(answers.size() - 1).explanation();
    }

    EnquiryRow row(Enquiry enquiry) {
        return new EnquiryRow(
                enquiry.number().value(),
                regions.fullName(enquiry.pool()),
                policies.label(enquiry.family()),
                words.explain(newest(enquiries.answersTo(enquiry))).conclusion(),
                access.nameOf(enquiry.askedBy()),
                enquiry.askedAt().toOffsetDateTime());
    }
}
