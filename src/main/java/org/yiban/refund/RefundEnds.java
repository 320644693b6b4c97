package org.yiban.refund;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.ledger.Claims;
import org.yiban.sla.Clocks;

/** How a refund ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundEnds {

    private final RefundRecords records;
    private final Cases cases;
    private final Claims claims;
    private final Clocks clocks;

    RefundEnds(RefundRecords records, Cases cases, Claims claims, Clocks clocks) {
        this.records = records;
        this.cases = cases;
        this.claims = claims;
        this.clocks = clocks;
    }

    /** Closes the case; months that no order pays are free again. */
    void close(Refund refund, CaseState state, String outcome) {
        if (state != CaseState.COMPLETED) {
            claims.release(refund.caseNumber());
        }
        cases.note(refund.caseNumber(), "closed", null, state.title() + "：" + outcome, null);
        cases.close(refund.caseNumber(), state, outcome);
        clocks.stop(refund.caseNumber());
        records.save(refund.change().closed().done());
    }
}
