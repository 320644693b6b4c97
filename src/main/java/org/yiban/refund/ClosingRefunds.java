package org.yiban.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.RecordedDecision;

/** The ends of a refund without payment. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClosingRefunds {

    private final RefundRecords records;
    private final Objections objections;
    private final DecisionRecords decisions;
    private final RefundLetters letters;
    private final RefundEnds ends;

    ClosingRefunds(
            RefundRecords records,
            Objections objections,
            DecisionRecords decisions,
            RefundLetters letters,
            RefundEnds ends) {
        this.records = records;
        this.objections = objections;
        this.decisions = decisions;
        this.letters = letters;
        this.ends = ends;
    }

    /** Tells the applicant why nothing is given back, by which provisions, and how to object. */
    public void refuse(CaseNumber number) {
        Refund refund = records.require(number);
        if (refund.stopReason() != null) {
            letters.refused(refund, refund.stopReason());
            ends.close(refund, stateAfter(refund), refund.stopReason());
            return;
        }
        RecordedDecision decision =
                decisions.newest(number.value(), AskingRefundTables.ELIGIBILITY).orElseThrow();
        letters.ineligible(refund, decision);
        ends.close(refund, stateAfter(refund), "按规定不能退费");
    }

    /** A case that has paid stays completed whatever comes of a later objection. */
    private CaseState stateAfter(Refund refund) {
        return refund.round() == 1
                ? CaseState.REFUSED
                : objections.newest(refund.caseNumber()).orElseThrow().stateBefore();
    }

    /** Tells the applicant that the decision stands; the case is closed as it was. */
    public void uphold(CaseNumber number) {
        Refund refund = records.require(number);
        Objection objection = objections.newest(number).orElseThrow();
        letters.upheld(refund, objection, basis(number));
        ends.close(refund, objection.stateBefore(), objection.outcomeBefore() + "；异议复核：维持原决定");
    }

    /** What the tables or a senior decided by; nothing where people refused the request before they were asked. */
    private List<ProvisionReference> basis(CaseNumber number) {
        return decisions
                .newest(number.value(), AskingRefundTables.ELIGIBILITY)
                .map(RecordedDecision::basis)
                .orElse(List.of());
    }

    /** Ends the case because the applicant withdrew. */
    public void withdraw(CaseNumber number) {
        Refund refund = records.require(number);
        letters.withdrawn(refund);
        ends.close(refund, CaseState.WITHDRAWN, "申请人撤回");
    }
}
