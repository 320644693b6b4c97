package org.yiban.calendar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;

/** Takes up a notice of the State Council's office that somebody sends: first to be looked at, then to be added. */
@Component
public class AddingNotices {

    private final StoredCalendars calendars;
    private final CalendarStore store;
    private final BusinessTime time;

    AddingNotices(StoredCalendars calendars, CalendarStore store, BusinessTime time) {
        this.calendars = calendars;
        this.store = store;
        this.time = time;
    }

    /**
     * Says what a notice would change; changes nothing.
     *
     * @throws ProblemException naming everything that is wrong with the file or with what is stated of it
     */
    public ProposedNotice propose(byte[] file, StatedNotice stated) {
        return new NoticeReview(calendars.now(), time.today()).propose(file, stated);
    }

    /**
     * Adds a notice exactly as it was proposed.
     *
     * @param digest as {@link #propose} gave it
     * @throws ProblemException as {@link #propose}; CONFLICT if something else was proposed, or the calendar has changed since
     */
    @Transactional
    public ProposedNotice add(byte[] file, StatedNotice stated, String digest, String byUser) {
        store.lock();
        ProposedNotice proposed = propose(file, stated);
        ChangeDigest.require(proposed.change().digest(), digest);
        store.insert(proposed.notice(), proposed.days(), byUser);
        return proposed;
    }
}
