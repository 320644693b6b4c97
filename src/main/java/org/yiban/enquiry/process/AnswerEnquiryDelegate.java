package org.yiban.enquiry.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.enquiry.Enquiries;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;

/** Asks the rules and keeps the answer. */
@Component
class AnswerEnquiryDelegate extends CaseDelegate {

    private final Enquiries enquiries;

    AnswerEnquiryDelegate(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    protected void run(DelegateExecution execution) {
        enquiries.answer(CaseVariables.caseNumber(execution));
    }
}
