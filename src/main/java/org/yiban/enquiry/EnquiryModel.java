package org.yiban.enquiry;

import org.yiban.workflow.Variable;

/** The names that the model {@code policy-enquiry.bpmn} and this module share. */
public final class EnquiryModel {

    public static final String POLICY_ENQUIRY = "policyEnquiry";

    /** Whether the documents answered. */
    public static final Variable<Boolean> ANSWERED = new Variable<>("enquiryAnswered", Boolean.class);
    /** What a senior is asked to decide where they did not. */
    public static final Variable<String> DECISION_FAMILY = new Variable<>("decisionFamily", String.class);

    private EnquiryModel() {}
}
