package org.yiban.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.sla.Clock.Pause;
import org.yiban.sla.ClockEvent.Beginning;
import org.yiban.sla.ClockEvent.Extended;
import org.yiban.sla.ClockEvent.LegBegun;
import org.yiban.sla.ClockEvent.Paused;

/** What becomes of a clock as its events are applied one after the other. */
final class ClockRun {

    private final WorkingCalendar calendar;
    LocalDate acceptedOn;
    LocalDate stoppedOn;
    int target;
    TargetNature nature;
    Term term;
    final List<Integer> extensions = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();
    final List<RunningLeg> legs = new ArrayList<>();

    ClockRun(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    void apply(ClockEvent event) {
        requirePossible(event);
        LocalDate on = event.on();
        switch (event.type()) {
            case STARTED, RESET -> begin(on, (Beginning) event);
            case PAUSED -> pause(on, (Paused) event);
            case RESUMED -> resume(on);
            case EXTENDED -> extend(((Extended) event).workingDays());
            case STOPPED -> stop(on);
            case LEG_BEGUN -> beginLeg(on, (LegBegun) event);
        }
    }

    void requireStarted() {
        if (term == null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "时限尚未起算");
        }
    }

    private void requirePossible(ClockEvent event) {
        if (event.type() == ClockEventType.STARTED) {
            refuseIf(term != null, "时限已经起算，不能再次起算；如须从头计算，请用“重新起算”");
            return;
        }
        refuseIf(term == null, "不能早于时限的起算日");
        refuseIf(stoppedOn != null && event.type() != ClockEventType.RESET, "案件已于 " + stoppedOn + " 办结，时限不再变动");
        switch (event.type()) {
            case PAUSED -> refuseIf(paused(), "时限已经暂停，不能再次暂停");
            case RESUMED -> refuseIf(!paused(), "时限没有暂停，不能恢复");
            default -> {}
        }
    }

    private static void refuseIf(boolean impossible, String reason) {
        if (impossible) {
            throw ProblemException.of(ProblemKind.CONFLICT, reason);
        }
    }

    private void begin(LocalDate on, Beginning event) {
        acceptedOn = on;
        stoppedOn = null;
        target = event.workingDays();
        nature = event.nature();
        term = Term.of(calendar, on, target);
        extensions.clear();
        pauses.clear();
        legs.clear();
    }

    private void pause(LocalDate on, Paused event) {
        term = term.hold(on);
        pauses.add(new Pause(on, null, event.reason(), term.held(), 0));
        eachRunningLeg(leg -> leg.term = leg.term.hold(on));
    }

    private void resume(LocalDate on) {
        Pause pause = pauses.remove(pauses.size() - 1);
        int days = pause.holds() ? calendar.workingDaysBetween(pause.from(), on) : 0;
        pauses.add(new Pause(pause.from(), on, pause.reason(), pause.holds(), days));
        term = term.release(on);
        eachRunningLeg(leg -> leg.term = leg.term.release(on));
    }

    private void extend(int workingDays) {
        extensions.add(workingDays);
        term = term.extend(workingDays);
        eachRunningLeg(leg -> leg.term = leg.term.extend(workingDays));
    }

    private void stop(LocalDate on) {
        if (paused()) {
            resume(on);
        }
        stoppedOn = on;
        eachRunningLeg(leg -> leg.until = on);
    }

    private void beginLeg(LocalDate on, LegBegun event) {
        eachRunningLeg(leg -> {
            leg.until = on;
            leg.term = leg.term.release(on);
        });
        Term legTerm = Term.of(calendar, on, event.workingDays());
        legs.add(new RunningLeg(event.leg(), on, event.workingDays(), term.held() ? legTerm.hold(on) : legTerm));
    }

    private void eachRunningLeg(Consumer<RunningLeg> step) {
        if (!legs.isEmpty()) {
            step.accept(legs.get(legs.size() - 1));
        }
    }

    private boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until() == null;
    }

    /** The working days that count up to a day. */
    int usedUntil(LocalDate day) {
        int pausedDays = pauses.stream().mapToInt(Pause::workingDays).sum();
        LocalDate last = term.held() ? term.heldSince() : day;
        return calendar.workingDaysBetween(acceptedOn, last) - pausedDays;
    }

    /** A leg as far as it has come. */
    static final class RunningLeg {

        private final Leg leg;
        private final LocalDate from;
        private final int target;
        private LocalDate until;
        private Term term;

        RunningLeg(Leg leg, LocalDate from, int target, Term term) {
            this.leg = leg;
            this.from = from;
            this.target = target;
            this.term = term;
        }

        Leg leg() {
            return leg;
        }

        LegReading read(LocalDate day) {
            LocalDate end = until == null ? day : until;
            return new LegReading(
                    leg, from, until, target, term.dueOnIfReleased(end), term.left(end), term.passedBefore(end));
        }
    }
}
