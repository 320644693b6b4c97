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
     * Suspends an enrolment, or its benefits; one that is suspended already stays so from the day it was.
     *
     * @param from first day
     * @param reason why, in Chinese, never blank
     */
    void suspend(long enrolmentId, SuspensionKind kind, LocalDate from, String reason);

    /**
     * Ends a suspension on a day, its last one; one that began later ends on the day it began. Without one nothing
     * changes.
     *
     * @param reason why, in Chinese, never blank
     * @return whether there was one
     */
    boolean resume(long enrolmentId, SuspensionKind kind, LocalDate until, String reason);
}
