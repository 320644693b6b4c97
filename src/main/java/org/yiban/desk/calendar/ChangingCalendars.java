package org.yiban.desk.calendar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.CurrentUser;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.calendar.AddingNotices;
import org.yiban.calendar.KeepingLocalDays;
import org.yiban.calendar.ProposedNotice;
import org.yiban.calendar.StatedLocalDays;
import org.yiban.calendar.StatedLocalDays.StatedSource;
import org.yiban.calendar.StatedNotice;
import org.yiban.desk.calendar.CalendarViews.PreviewView;
import org.yiban.region.RegionCode;

/** Previews and makes changes of the calendar for those who may. What is made stands in the audit trail. */
@Component
class ChangingCalendars {

    private final AddingNotices notices;
    private final KeepingLocalDays local;
    private final CalendarRights rights;
    private final CalendarPreview preview;
    private final AuditTrail audit;

    ChangingCalendars(
            AddingNotices notices,
            KeepingLocalDays local,
            CalendarRights rights,
            CalendarPreview preview,
            AuditTrail audit) {
        this.notices = notices;
        this.local = local;
        this.rights = rights;
        this.preview = preview;
        this.audit = audit;
    }

    PreviewView previewNotice(byte[] file, StatedNotice stated) {
        CurrentUser user = rights.requireKeeper();
        ProposedNotice proposed = notices.propose(file, stated);
        return preview.of(proposed.change(), proposed.amends(), user);
    }

    @Transactional
    public String addNotice(byte[] file, StatedNotice stated, String digest) {
        CurrentUser user = rights.requireKeeper();
        return recorded(notices.add(file, stated, digest, user.id()).change().text());
    }

    PreviewView previewLocal(StatedLocalDays stated) {
        CurrentUser user = mayChange(stated);
        return preview.of(local.propose(stated), false, user);
    }

    @Transactional
    public String addLocal(StatedLocalDays stated, String digest) {
        CurrentUser user = mayChange(stated);
        return recorded(local.add(stated, digest, user.id()).text());
    }

    PreviewView previewWithdrawal(long id, String reason, StatedSource source) {
        CurrentUser user = mayWithdraw(id);
        return preview.of(local.proposeWithdrawal(id, reason, source), true, user);
    }

    @Transactional
    public String withdraw(long id, String reason, StatedSource source, String digest) {
        CurrentUser user = mayWithdraw(id);
        return recorded(local.withdraw(id, reason, source, digest, user.id()).text());
    }

    private CurrentUser mayChange(StatedLocalDays stated) {
        return rights.requireFor(local.region(stated.region()));
    }

    private CurrentUser mayWithdraw(long id) {
        return rights.requireFor(new RegionCode(local.require(id).region()));
    }

    private String recorded(String text) {
        audit.record(AuditAction.CALENDAR_CHANGED, null, null, text);
        return text;
    }
}
