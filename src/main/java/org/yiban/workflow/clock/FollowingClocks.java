package org.yiban.workflow.clock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.ClockMoved;
import org.yiban.sla.ClockTimes;
import org.yiban.workflow.CaseProcessStarting;

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
        moved().put(moved.times().caseNumber(), new Moved(moved.times(), moved.first(), true));
    }

    /** A process that starts after the clock of its case began asks it itself: nothing of it is left to be moved. */
    @EventListener
    void onStart(CaseProcessStarting starting) {
        Map<CaseNumber, Moved> known = known();
        if (known != null) {
            known.computeIfPresent(starting.caseNumber(), (number, moved) -> moved.first() ? moved.followed() : moved);
        }
    }

    /** Brings timers and due dates of a case into agreement with its clock before the transaction ends. */
    void follow(ClockTimes times) {
        moved().put(times.caseNumber(), new Moved(times, false, true));
    }

    /** How the clock of a case stands, if it moved in the running transaction. */
    Optional<ClockTimes> moved(CaseNumber number) {
        return Optional.ofNullable(known()).map(moved -> moved.get(number)).map(Moved::times);
    }

    @SuppressWarnings("unchecked")
    private Map<CaseNumber, Moved> known() {
        return (Map<CaseNumber, Moved>) TransactionSynchronizationManager.getResource(this);
    }

    private Map<CaseNumber, Moved> moved() {
        Map<CaseNumber, Moved> known = known();
        if (known != null) {
            return known;
        }
        Map<CaseNumber, Moved> moved = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, moved);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(moved));
        return moved;
    }

    /**
     * A clock that moved.
     *
     * @param first whether it had never moved before this transaction, nor twice within it
     * @param toFollow whether anything may wait for it elsewhere
     */
    private record Moved(ClockTimes times, boolean first, boolean toFollow) {

        Moved followed() {
            return new Moved(times, false, false);
        }
    }

    /** Of one transaction; suspended with it where another one runs within. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final Map<CaseNumber, Moved> moved;

        AtTheEnd(Map<CaseNumber, Moved> moved) {
            this.moved = moved;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List<ClockTimes> open = moved.values().stream()
                    .filter(Moved::toFollow)
                    .map(Moved::times)
                    .toList();
            open.stream().filter(ClockTimes::stopped).forEach(supervisions::end);
            timers.follow(open);
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
