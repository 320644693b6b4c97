package org.yiban.transfer;

import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    TransferEnds(TransferRecords records, Cases cases, Clocks clocks, ApplicationEventPublisher events) {
        this.records = records;
        this.cases = cases;
        this.clocks = clocks;
        this.events = events;
    }

    void close(CaseNumber number, CaseState state, String outcome) {
        cases.note(number, "closed", null, state.title() + "：" + outcome, null);
        cases.close(number, state, outcome);
        stopClock(number);
        records.close(number);
        events.publishEvent(new TransferEnded(number, state));
    }

    /** Stops the clock; does nothing if it does not run. */
    void stopClock(CaseNumber number) {
        boolean runs = clocks.of(number)
                .filter(known -> known.clock().stoppedOn().isEmpty())
                .isPresent();
        if (runs) {
            clocks.stop(number);
        }
    }
}
