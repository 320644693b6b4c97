package org.yiban.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The relations that stand still without having ended: with {@link People} part of the port to the core system. */
public interface Suspensions {

    /** The suspensions of a person's enrolments, ended ones included, oldest first. */
    List<Suspension> of(long personId);

    /** The same of several people by person, in one go; people without any are absent. */
    Map<Long, List<Suspension>> ofAll(Collection<Long> personIds);

    /**
     * Suspends an enrolment, or its benefits, for one reference; what is suspended for it already stays so from the day it
     * was. It stands still as long as one suspension of it lasts, whatever it is for.
     *
     * @param reference what it is for, as the number of a case
     * @param from first day
     * @param reason why, in Chinese, never blank
     */
    void suspend(long enrolmentId, SuspensionKind kind, String reference, LocalDate from, String reason);

    /**
     * Ends the suspension for a reference on a day, its last one; one that began later ends on the day it began. Without
     * one nothing changes; suspensions for others go on.
     *
     * @param reason why, in Chinese, never blank
     * @return whether there was one
     */
    boolean resume(long enrolmentId, SuspensionKind kind, String reference, LocalDate until, String reason);
}
