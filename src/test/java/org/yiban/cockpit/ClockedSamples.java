package org.yiban.cockpit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.DemoAccounts;
import org.yiban.access.Role;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Cases with clocks in every state, of pools that no other test uses, and staff of those pools. */
@Component
@Lazy
public class ClockedSamples {

    /** The target of every case here, in working days; its legs are 10 and 5. */
    public static final int TARGET = 15;

    private static final AtomicInteger POOLS = new AtomicInteger(397000);
    private static final AtomicInteger STAFF = new AtomicInteger();
    private static final RegionCode JINING = new RegionCode("370800");

    private final IdentityService identities;
    private final Applicants applicants;
    private final Cases cases;
    private final Clocks clocks;
    private final WorkingCalendars calendars;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private Applicant person;

    ClockedSamples(
            IdentityService identities,
            Applicants applicants,
            Cases cases,
            Clocks clocks,
            WorkingCalendars calendars,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.identities = identities;
        this.applicants = applicants;
        this.cases = cases;
        this.clocks = clocks;
        this.calendars = calendars;
        this.time = time;
        this.transaction = transaction;
    }

    /** A pool without cases. */
    public RegionCode newPool() {
        return new RegionCode(Integer.toString(POOLS.incrementAndGet()));
    }

    /** Id of a new member of a pool's staff, with the password of the demo accounts. */
    public String staff(RegionCode pool, Role role) {
        User user = identities.newUser("watcher" + STAFF.incrementAndGet());
        user.setLastName("虚构·" + role.title());
        user.setPassword(DemoAccounts.PASSWORD);
        identities.saveUser(user);
        String group = role.groupId(pool);
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            identities.saveGroup(identities.newGroup(group));
        }
        identities.createMembership(user.getId(), group);
        return user.getId();
    }

    /** The person of all cases here. */
    public synchronized Applicant person() {
        if (person == null) {
            person = applicants.employedIn(JINING);
        }
        return person;
    }

    /** Opens a case whose clock has not started. */
    public String notStarted(RegionCode pool, CaseKind kind) {
        return transaction.execute(
                status -> cases.open(kind, pool, person().id(), "test").number().value());
    }

    /** Opens a case that has so many working days left today, {@value #TARGET} at most; overdue if below zero. */
    public String withDaysLeft(RegionCode pool, int daysLeft) {
        String number = notStarted(pool, CaseKind.TRANSFER_IN);
        start(number, workingDaysAgo(TARGET - daysLeft));
        return number;
    }

    /** Starts the clock of a case that was accepted on a day, with the leg of the transfer-out side. */
    public void start(String number, LocalDate acceptedOn) {
        transaction.executeWithoutResult(status -> {
            clocks.start(of(number), acceptedOn, TARGET, TargetNature.LEGAL, ClockEntry.basedOn("NAT2021-43"));
            clocks.beginLeg(of(number), Leg.TRANSFER_OUT, acceptedOn);
        });
    }

    /** Begins the leg of the transfer-in side. */
    public void beginTransferIn(String number, LocalDate from) {
        transaction.executeWithoutResult(status -> clocks.beginLeg(of(number), Leg.TRANSFER_IN, from));
    }

    /** Pauses a clock at the beginning of a day, waiting for the applicant. */
    public void pause(String number, LocalDate on) {
        record(number, new ClockEvent.Paused(beginning(on), PauseReason.APPLICANT_SUPPLEMENT));
    }

    /** Lets a clock go on at the beginning of a day. */
    public void resume(String number, LocalDate on) {
        record(number, new ClockEvent.Resumed(beginning(on)));
    }

    /** Extends a deadline at the beginning of a day. */
    public void extend(String number, LocalDate on, int workingDays) {
        record(number, new ClockEvent.Extended(beginning(on), workingDays));
    }

    /** Closes a case now, and stops its clock if it has one. */
    public void close(String number) {
        transaction.executeWithoutResult(status -> {
            cases.close(of(number), CaseState.COMPLETED, "转移完成");
            clocks.stop(of(number));
        });
    }

    /** The day after which there are so many working days up to today. */
    public LocalDate workingDaysAgo(int workingDays) {
        WorkingCalendar calendar = calendars.current();
        LocalDate day = time.today();
        while (calendar.workingDaysBetween(day, time.today()) < workingDays) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void record(String number, ClockEvent event) {
        transaction.executeWithoutResult(status -> clocks.record(of(number), event, ClockEntry.by("test", "等申请人补材料")));
    }

    private static OffsetDateTime beginning(LocalDate day) {
        return day.atTime(0, 0, 1).atZone(BusinessTime.ZONE).toOffsetDateTime();
    }

    private static CaseNumber of(String number) {
        return new CaseNumber(number);
    }
}
