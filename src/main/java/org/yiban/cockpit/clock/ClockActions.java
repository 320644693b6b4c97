package org.yiban.cockpit.clock;

import java.time.OffsetDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.Cases;
import org.yiban.cockpit.CaseScope;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent.Paused;
import org.yiban.sla.ClockEvent.Resumed;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.workflow.clock.Supervisions;

/**
 * Pausing, resuming and beginning anew by people. Reviewers and supervisors of the pool may pause and resume; only
 * supervisors record what took effect earlier (补记) and begin anew. Each act stands in the case's history.
 */
@Service
@Transactional
public class ClockActions {

    private static final Role[] PAUSING = {Role.REVIEW, Role.SUPERVISE};
    private static final int LONGEST = 999;

    private final CaseScope scope;
    private final Access access;
    private final Cases cases;
    private final Clocks clocks;
    private final Supervisions supervisions;
    private final BusinessTime time;

    ClockActions(
            CaseScope scope, Access access, Cases cases, Clocks clocks, Supervisions supervisions, BusinessTime time) {
        this.scope = scope;
        this.access = access;
        this.cases = cases;
        this.clocks = clocks;
        this.supervisions = supervisions;
        this.time = time;
    }

    /**
     * Pauses the clock: the agency waits.
     *
     * @param at when it began to wait, if that was earlier; {@code null} for now
     * @param note what it waits for; must be there
     */
    public void pause(CaseNumber number, PauseReason reason, String at, String note) {
        CurrentUser user = actor(number, at, PAUSING);
        Violations violations = new Violations();
        if (reason == null || !reason.byPeople()) {
            violations.add(
                    "reason",
                    reason == null ? null : reason.name(),
                    "必填：APPLICANT_SUPPLEMENT、OTHER_REGION 或 FORCE_MAJEURE");
        }
        String why = violations.collect(() -> FreeText.required("note", note));
        OffsetDateTime from = violations.collect(() -> moment(at));
        violations.throwIfAny();
        clocks.record(number, new Paused(from, reason), ClockEntry.by(user.id(), why));
        supervisions.watch(number, cases.require(number).pool());
        note(number, "clockPaused", "时限暂停" + since(at, from) + "：" + reason.title() + "；" + why, user);
    }

    /**
     * Lets the clock go on.
     *
     * @param at when the waiting ended, if that was earlier; {@code null} for now
     * @param note must be there if {@code at} is
     */
    public void resume(CaseNumber number, String at, String note) {
        CurrentUser user = actor(number, at, PAUSING);
        Violations violations = new Violations();
        String why = violations.collect(
                () -> at == null ? FreeText.optional("note", note) : FreeText.required("note", note));
        OffsetDateTime from = violations.collect(() -> moment(at));
        violations.throwIfAny();
        Clock clock = clocks.record(number, new Resumed(from), ClockEntry.by(user.id(), why));
        supervisions.leave(number, cases.require(number).pool());
        note(
                number,
                "clockResumed",
                "时限恢复" + since(at, from) + "，到期日 " + clock.dueOn() + (why == null ? "" : "；" + why),
                user);
    }

    /**
     * Begins the clock anew.
     *
     * @param at from when on, if that was earlier; {@code null} for now
     * @param workingDays 1 to 999; what differs from before counts as set by the supervisor
     */
    public void reset(CaseNumber number, String at, Integer workingDays, String reason) {
        CurrentUser user = actor(number, at, Role.SUPERVISE);
        Violations violations = new Violations();
        if (workingDays == null || workingDays < 1 || workingDays > LONGEST) {
            violations.add(
                    "workingDays", workingDays == null ? null : workingDays.toString(), "应为 1 到 " + LONGEST + " 个工作日");
        }
        String why = violations.collect(() -> FreeText.required("reason", reason));
        OffsetDateTime from = violations.collect(() -> moment(at));
        violations.throwIfAny();
        Clock clock = clocks.reset(number, from, workingDays, ClockEntry.by(user.id(), why));
        note(
                number,
                "clockReset",
                "时限重新起算" + since(at, from) + "，" + workingDays + " 个工作日，到期日 " + clock.dueOn() + "；" + why,
                user);
    }

    /** The clock of an open case of which the person may know, and who acts on it. */
    private CurrentUser actor(CaseNumber number, String at, Role... roles) {
        CaseFile file = scope.requireOpen(number);
        CurrentUser user = access.require(file.pool(), at == null ? roles : new Role[] {Role.SUPERVISE});
        clocks.require(number);
        return user;
    }

    private OffsetDateTime moment(String at) {
        return at == null ? EffectMoment.now(time) : EffectMoment.read(at);
    }

    private static String since(String at, OffsetDateTime from) {
        return at == null ? "" : "（补记，自 " + BusinessTime.dayOf(from) + " 起）";
    }

    private void note(CaseNumber number, String step, String text, CurrentUser user) {
        cases.note(number, step, null, text, user.id());
    }
}
