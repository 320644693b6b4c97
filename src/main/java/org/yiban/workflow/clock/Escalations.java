package org.yiban.workflow.clock;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.CaseClock;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;

/**
 * Tells the supervisors of cases that run out of time, once for each run of the clock: a notice, an entry in the history
 * of the case, and a task of supervision. A timer that rings only makes it look: what the clock says counts.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Escalations {

    private final Clocks clocks;
    private final EscalationNotices notices;
    private final Supervisions supervisions;
    private final FollowingClocks following;
    private final Cases cases;
    private final BusinessTime time;

    Escalations(
            Clocks clocks,
            EscalationNotices notices,
            Supervisions supervisions,
            FollowingClocks following,
            Cases cases,
            BusinessTime time) {
        this.clocks = clocks;
        this.notices = notices;
        this.supervisions = supervisions;
        this.following = following;
        this.cases = cases;
        this.time = time;
    }

    /** A timer of the case has rung. */
    void look(CaseNumber number) {
        LocalDate today = time.today();
        CaseClock clock = clocks.of(number).orElseThrow();
        ClockReading reading = clock.read(today);
        switch (reading.state()) {
            case AT_RISK -> raise(clock, Escalation.AT_RISK, reading);
            case OVERDUE -> raise(clock, Escalation.OVERDUE, reading);
            default -> {}
        }
        // Should it have rung too early, it is made anew.
        following.follow(clocks.times(number).orElseThrow());
    }

    private void raise(CaseClock clock, Escalation kind, ClockReading reading) {
        CaseNumber number = clock.caseNumber();
        cases.lock(number);
        if (notices.raise(number, clock.pool(), Escalation.runOf(clock), kind, reading.dueOn())) {
            cases.note(number, kind.step(), null, text(kind, reading), null);
            supervisions.begin(number, clock.pool(), kind);
        }
    }

    private static String text(Escalation kind, ClockReading reading) {
        String due = "办结时限 " + reading.dueOn() + (reading.provisional() ? "（暂定）" : "");
        return kind == Escalation.OVERDUE ? "已超过" + due + "，提请主管督办" : due + "，剩 " + reading.daysLeft() + " 个工作日，提请主管督办";
    }
}
