package org.yiban.calendar;

/** Gives the working calendars that hold now: the one of the whole country, and those of regions with days of their own. */
@FunctionalInterface
public interface WorkingCalendars {

    /** The days of the State Council's notices alone. */
    WorkingCalendar current();

    /**
     * The days of the notices with those that a region and the divisions it lies in announced for themselves, as far up
     * as its province; where two speak of a day, the nearer one holds.
     *
     * @param regionCode any division; of one that is unknown nothing is known but the notices
     */
    default WorkingCalendar of(String regionCode) {
        return current();
    }

    /** The calendars as they are at this moment, for counting a lot by the same days; they learn of no later change. */
    default WorkingCalendars now() {
        return this;
    }

    /**
     * A number that grows whenever a day is announced, added or withdrawn, the same on all nodes and after a restart. A
     * figure is kept with {@link WorkingCalendar#version()} of the calendar that counted it, not with this.
     */
    default long version() {
        return current().version();
    }
}
