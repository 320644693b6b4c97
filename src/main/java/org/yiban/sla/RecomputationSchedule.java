package org.yiban.sla;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every other second, on every node, whether clocks are to be computed again; so a start goes on with what was left. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "yiban.recomputation.scheduled", matchIfMissing = true)
class RecomputationSchedule {

    private final Recomputation recomputation;

    RecomputationSchedule(Recomputation recomputation) {
        this.recomputation = recomputation;
    }

    @Scheduled(fixedDelayString = "${yiban.recomputation.pause:2s}")
    void recompute() {
        recomputation.run();
    }
}
