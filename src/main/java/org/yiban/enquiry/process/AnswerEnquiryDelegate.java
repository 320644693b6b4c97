package org.yiban.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.enquiry.Enquiries;
import org.yiban.enquiry.EnquiryModel;
import org.yiban.kernel.CaseNumber;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the rules and keeps the answer; says whether they gave one. */
@Component
class AnswerEnquiryDelegate extends CaseDelegate {

    private final Enquiries enquiries;

    AnswerEnquiryDelegate(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    protected void run(DelegateExecution execution) {
        CaseNumber number = CaseVariables.caseNumber(execution);
        EnquiryModel.ANSWERED.set(execution, enquiries.answer(number));
        EnquiryModel.DECISION_FAMILY.set(execution, enquiries.family(number));
    }
}
