package org.yiban.workflow.clock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockMoved;
import org.yiban.sla.ClockTimes;

/**
 * Lets the engine follow the clocks that moved, at the end of the transaction in which they did and as part of it: once a
 * case however often its clock moved, all cases together, after what the engine itself did in the transaction is written.
 */
@Component
class FollowingClocks {

    private final CaseTimers timers;
    private final Supervisions supervisions;

    FollowingClocks(CaseTimers timers, Supervisions supervisions) {
        this.timers = timers;
        this.supervisions = supervisions;
    }

    @EventListener
    void onMove(ClockMoved moved) {
        follow(moved.times());
    }

    /** Brings timers and due dates of a case into agreement with its clock before the transaction ends. */
    void follow(ClockTimes times) {
        moved().put(times.caseNumber(), times);
    }

    /** How the clock of a case stands, if it moved in the running transaction. */
    Optional<ClockTimes> moved(CaseNumber number) {
        return Optional.ofNullable(known()).map(moved -> moved.get(number));
    }

    @SuppressWarnings("unchecked")
    private Map<CaseNumber, ClockTimes> known() {
        return (Map<CaseNumber, ClockTimes>) TransactionSynchronizationManager.getResource(this);
    }

    private Map<CaseNumber, ClockTimes> moved() {
        Map<CaseNumber, ClockTimes> known = known();
        if (known != null) {
            return known;
        }
        Map<CaseNumber, ClockTimes> moved = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, moved);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(moved));
        return moved;
    }

    /** Of one transaction; suspended with it where another one runs within. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final Map<CaseNumber, ClockTimes> moved;

        AtTheEnd(Map<CaseNumber, ClockTimes> moved) {
            this.moved = moved;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            moved.values().stream().filter(ClockTimes::stopped).forEach(supervisions::end);
            timers.follow(moved.values());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(FollowingClocks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(FollowingClocks.this, moved);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(FollowingClocks.this);
        }
    }
}
