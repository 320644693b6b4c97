package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.Clocks;

/** How either side of a transfer ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TransferEnds {

    private final TransferRecords records;
    private final Cases cases;
    private final Clocks clocks;

    TransferEnds(TransferRecords records, Cases cases, Clocks clocks) {
        this.records = records;
        this.cases = cases;
        this.clocks = clocks;
    }

    void close(CaseNumber number, CaseState state, String outcome) {
        cases.note(number, "closed", null, state.title() + "：" + outcome, null);
        cases.close(number, state, outcome);
        clocks.stop(number);
        records.close(number);
    }
}
