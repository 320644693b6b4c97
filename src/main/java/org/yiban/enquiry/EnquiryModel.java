package org.yiban.enquiry;

/** The names that the model {@code policy-enquiry.bpmn} and this module share. */
public final class EnquiryModel {

    public static final String POLICY_ENQUIRY = "policyEnquiry";

    private EnquiryModel() {}
}
