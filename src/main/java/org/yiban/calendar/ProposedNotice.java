package org.yiban.calendar;

import java.util.List;

/**
 * A notice that has been checked and not yet been added.
 *
 * @param notice the notice
 * @param amends whether its year is known, so that it changes an arrangement
 * @param days all that it says, in order
 * @param change what it makes other than it is now
 */
public record ProposedNotice(Notice notice, boolean amends, List<AnnouncedDay> days, CalendarChange change) {}
