package org.yiban.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.calendar.ViewingCalendars;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.StaleClocks.StaleClock;

/**
 * Computes the clocks of open cases again after the calendar or the settings changed: batch by batch, each in a
 * transaction of its own, on one node at a time. What remains to be done stands in the rows themselves, so that whoever
 * comes next goes on where another was stopped. Since every clock is replayed from its events, wrong figures are repaired.
 */
@Component
public class Recomputation {

    private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);
    private static final int BATCH = 500;

    private final Clocks clocks;
    private final StaleClocks stale;
    private final ViewingCalendars calendars;
    private final Cases cases;
    private final TransactionTemplate transaction;
    /** Cases that could not be computed, with the version by which it was tried. */
    private final Map<String, Long> failed = new ConcurrentHashMap<>();

    Recomputation(
            Clocks clocks,
            StaleClocks stale,
            ViewingCalendars calendars,
            Cases cases,
            TransactionTemplate transaction) {
        this.clocks = clocks;
        this.stale = stale;
        this.calendars = calendars;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** How far it is. */
    public Progress progress() {
        long version = clocks.version();
        return new Progress(stale.open(), stale.count(version), failed(version).size());
    }

    /** Recomputes until nothing is left, or another node is at it; returns how many cases it recomputed. */
    public int run() {
        Tally tally = new Tally();
        while (!Thread.currentThread().isInterrupted()) {
            long version = clocks.version();
            int done = batch(version, BATCH, tally);
            if (done == 0) {
                break;
            }
        }
        tally.tell();
        return tally.recomputed;
    }

    /** Takes up a batch; where one case of it fails, each is tried alone. Returns how many were taken up. */
    private int batch(long version, int size, Tally tally) {
        List<StaleClock> taken = new ArrayList<>();
        Tally ofBatch = new Tally();
        try {
            transaction.executeWithoutResult(status -> {
                if (stale.takeTurn()) {
                    taken.addAll(stale.next(version, failed(version), size));
                    recompute(taken, version, ofBatch);
                }
            });
            tally.add(ofBatch);
        } catch (RuntimeException e) {
            if (taken.isEmpty()) {
                throw e;
            }
            if (size == 1) {
                String number = taken.get(0).caseNumber();
                failed.put(number, version);
                LOG.error("案件 {} 的期限没有能够重算，其余照常", number, e);
            } else {
                taken.forEach(each -> batch(version, 1, tally));
            }
        }
        return taken.size();
    }

    private void recompute(List<StaleClock> taken, long version, Tally tally) {
        if (taken.isEmpty()) {
            return;
        }
        Map<String, StaleClock> byNumber =
                taken.stream().collect(Collectors.toMap(StaleClock::caseNumber, Function.identity()));
        List<RecomputedClock> moved = clocks.recompute(
                taken.stream().map(each -> new CaseNumber(each.caseNumber())).toList());
        if (!moved.isEmpty()) {
            MoveNotes notes = new MoveNotes(calendars);
            for (RecomputedClock clock : moved) {
                notes.of(clock, byNumber.get(clock.caseNumber().value()))
                        .ifPresent(text -> cases.note(clock.caseNumber(), MoveNotes.STEP, null, text, null));
            }
        }
        stale.among(version, byNumber.keySet()).forEach(number -> failed.put(number, version));
        tally.count(taken.size(), moved);
    }

    private List<String> failed(long version) {
        failed.values().removeIf(by -> by != version);
        return List.copyOf(failed.keySet());
    }

    /** What a run did. */
    private static final class Tally {

        private int recomputed;
        private int moved;
        private int repaired;

        void count(int cases, List<RecomputedClock> changed) {
            recomputed += cases;
            moved += (int) changed.stream().filter(MoveNotes::concernsPeople).count();
            repaired += (int) changed.stream()
                    .filter(clock -> !MoveNotes.concernsPeople(clock))
                    .count();
        }

        void add(Tally other) {
            recomputed += other.recomputed;
            moved += other.moved;
            repaired += other.repaired;
        }

        void tell() {
            if (recomputed > 0) {
                LOG.info("期限重算：{} 件，其中到期日或暂定标记改变 {} 件，更正其他数字 {} 件", recomputed, moved, repaired);
            }
        }
    }

    /**
     * How far the recomputation is.
     *
     * @param open open cases with a clock
     * @param stale those still to be recomputed
     * @param failed those of them that this node could not recompute
     */
    public record Progress(long open, long stale, long failed) {}
}
