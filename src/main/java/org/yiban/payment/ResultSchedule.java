package org.yiban.payment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for results to be applied as often as the exchange looks for messages, on every node. */
@Component
@ConditionalOnProperty(name = "yiban.exchange.scheduled", matchIfMissing = true)
class ResultSchedule {

    private final ApplyingResults applying;

    ResultSchedule(ApplyingResults applying) {
        this.applying = applying;
    }

    @Scheduled(fixedDelayString = "${yiban.exchange.pause:1s}")
    void applyResults() {
        applying.applyAll();
    }
}
