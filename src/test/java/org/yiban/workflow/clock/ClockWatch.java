package org.yiban.workflow.clock;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets tests elsewhere compare timers with clocks now. */
@Component
@Lazy
public class ClockWatch {

    private final TimerAgreement agreement;

    ClockWatch(TimerAgreement agreement) {
        this.agreement = agreement;
    }

    public int repair() {
        return agreement.repair();
    }
}
