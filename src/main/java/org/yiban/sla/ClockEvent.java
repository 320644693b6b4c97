package org.yiban.sla;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.yiban.kernel.BusinessTime;

/** Something that happened to the clock of a case. The order of events is the order in which they took effect. */
public sealed interface ClockEvent {

    /** By effect; what takes effect at the same instant is told apart by its type. */
    Comparator<ClockEvent> BY_EFFECT =
            Comparator.comparing((ClockEvent event) -> event.at().toInstant()).thenComparing(ClockEvent::type);

    /** When it took effect, which may be before it was recorded. */
    OffsetDateTime at();

    /** Which type of event it is. */
    ClockEventType type();

    /** The day on which it took effect, Beijing time. */
    default LocalDate on() {
        return BusinessTime.dayOf(at());
    }

    /** An event that brings working days with it. */
    sealed interface Counted extends ClockEvent {

        /** How many, at least one. */
        int workingDays();
    }

    /** The clock begins; the day is not counted. */
    sealed interface Beginning extends Counted {

        /** What stands behind the working days. */
        TargetNature nature();
    }

    /** The case was accepted. */
    record Started(OffsetDateTime at, int workingDays, TargetNature nature) implements Beginning {
        @Override
        public ClockEventType type() {
            return ClockEventType.STARTED;
        }
    }

    /** The agency waits. */
    record Paused(OffsetDateTime at, PauseReason reason) implements ClockEvent {
        @Override
        public ClockEventType type() {
            return ClockEventType.PAUSED;
        }
    }

    /** The waiting has an end: the working days after the pause and up to this day do not count. */
    record Resumed(OffsetDateTime at) implements ClockEvent {
        @Override
        public ClockEventType type() {
            return ClockEventType.RESUMED;
        }
    }

    /** More time was granted, in working days. */
    record Extended(OffsetDateTime at, int workingDays) implements Counted {
        @Override
        public ClockEventType type() {
            return ClockEventType.EXTENDED;
        }
    }

    /** The case is closed. */
    record Stopped(OffsetDateTime at) implements ClockEvent {
        @Override
        public ClockEventType type() {
            return ClockEventType.STOPPED;
        }
    }

    /** The clock begins anew; what was before stays on record and counts no more. */
    record Reset(OffsetDateTime at, int workingDays, TargetNature nature) implements Beginning {
        @Override
        public ClockEventType type() {
            return ClockEventType.RESET;
        }
    }

    /** Somebody's part of the case began, with a target of its own; the part that ran before has ended. */
    record LegBegun(OffsetDateTime at, Leg leg, int workingDays) implements Counted {
        @Override
        public ClockEventType type() {
            return ClockEventType.LEG_BEGUN;
        }
    }
}
