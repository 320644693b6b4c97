package org.yiban.desk.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.DemoAccounts;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.sla.TargetNature;
import org.yiban.support.Applicants;

/** Cases of pools that no other test uses, and a clerk for each pool. */
@Component
@Lazy
class ListedCases {

    private static final AtomicInteger POOLS = new AtomicInteger(398000);

    private final IdentityService identities;
    private final Applicants applicants;
    private final Cases cases;
    private final Clocks clocks;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    ListedCases(
            IdentityService identities,
            Applicants applicants,
            Cases cases,
            Clocks clocks,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.identities = identities;
        this.applicants = applicants;
        this.cases = cases;
        this.clocks = clocks;
        this.transaction = transaction;
        this.time = time;
    }

    /** A pool without cases. */
    RegionCode newPool() {
        return new RegionCode(Integer.toString(POOLS.incrementAndGet()));
    }

    /** Id of a new clerk of a pool, with the password of the demo accounts. */
    String clerkOf(RegionCode pool) {
        User clerk = identities.newUser("lister" + pool.value());
        clerk.setPassword(DemoAccounts.PASSWORD);
        identities.saveUser(clerk);
        identities.saveGroup(identities.newGroup(Role.INTAKE.groupId(pool)));
        identities.createMembership(clerk.getId(), Role.INTAKE.groupId(pool));
        return clerk.getId();
    }

    /** Opens a case that has no deadline yet. */
    String open(RegionCode pool, CaseKind kind) {
        long person = applicants.employedIn(new RegionCode("370800")).id();
        return transaction.execute(
                status -> cases.open(kind, pool, person, "test").number().value());
    }

    /** Opens a case that was accepted on a day. */
    String openAcceptedOn(RegionCode pool, LocalDate day, int workingDays) {
        String number = open(pool, CaseKind.TRANSFER_IN);
        transaction.execute(status ->
                clocks.start(new CaseNumber(number), day, workingDays, TargetNature.LEGAL, ClockEntry.BY_PROCESS));
        return number;
    }

    /** Pauses the clock of a case now. */
    void pause(String number) {
        transaction.executeWithoutResult(status -> clocks.record(
                new CaseNumber(number),
                new ClockEvent.Paused(
                        time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS), PauseReason.APPLICANT_SUPPLEMENT),
                ClockEntry.BY_PROCESS));
    }

    void close(String number, CaseState state, String outcome) {
        transaction.executeWithoutResult(status -> cases.close(new CaseNumber(number), state, outcome));
    }
}
