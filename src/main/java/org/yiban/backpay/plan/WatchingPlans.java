package org.yiban.backpay.plan;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.MonthsRecorded;
import org.yiban.person.People;
import org.yiban.person.PeopleImported;

/** The steps of plans that need no person. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WatchingPlans {

    private final PlanRecords records;
    private final LookingAtPlans looking;
    private final PlanSettings settings;
    private final PlanLetters letters;
    private final PlanProcess process;
    private final Cases cases;
    private final People people;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    WatchingPlans(
            PlanRecords records,
            LookingAtPlans looking,
            PlanSettings settings,
            PlanLetters letters,
            PlanProcess process,
            Cases cases,
            People people,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.records = records;
        this.looking = looking;
        this.settings = settings;
        this.letters = letters;
        this.process = process;
        this.cases = cases;
        this.people = people;
        this.time = time;
        this.events = events;
    }

    /** Looks at a plan and keeps what it comes to. A month that costs something else than before is told. */
    public Watched watch(CaseNumber number) {
        ContributionPlan plan = records.require(number);
        PlanLook look = looking.look(plan);
        List<PlanView.Look> before = records.looks(number);
        records.looked(number, look);
        cases.note(number, "planWatched", null, "核对继续缴费计划：" + look.says(), null);
        if (!before.isEmpty() && changed(before.get(0).monthly(), look.monthly())) {
            letters.costChanged(plan, before.get(0).monthly(), look);
        }
        return new Watched(look.standing(), settings.nextLook(plan.pool(), time.today()));
    }

    private static boolean changed(BigDecimal before, BigDecimal now) {
        return before != null && now != null && before.compareTo(now) != 0;
    }

    /** The years are reached: whoever waits for it learns of it. */
    public void reach(CaseNumber number) {
        ContributionPlan plan = records.require(number);
        records.ended(number, PlanState.REACHED, time.today());
        cases.note(number, "planReached", null, "继续缴费计划达到年限，转办退休手续", null);
        events.publishEvent(new PlanReached(number, plan.pool()));
    }

    /** Ends a plan for the reason that was said; without one its person has died. */
    public void close(CaseNumber number) {
        ContributionPlan plan = records.require(number);
        PlanEnd why = plan.ending() == null ? PlanEnd.DEATH : plan.ending();
        if (plan.ending() == null) {
            records.ending(number, why, null);
        }
        records.ended(number, PlanState.GIVEN_UP, time.today());
        cases.note(
                number,
                "planGivenUp",
                null,
                "继续缴费计划终止：" + why.title() + (plan.endingText() == null ? "" : "（" + plan.endingText() + "）"),
                null);
        if (why != PlanEnd.DEATH) {
            letters.ended(plan, why);
        }
        events.publishEvent(new PlanGivenUp(number, plan.pool(), why, plan.endingText()));
    }

    /** Looks at the plans of somebody whose months were recorded. */
    @EventListener
    void on(MonthsRecorded recorded) {
        records.running(recorded.personId()).forEach(plan -> process.monthsRecorded(plan.number(), plan.pool()));
    }

    /** Looks at the plans that a file may have changed: other months on record, or a day of death. */
    @EventListener
    void on(PeopleImported imported) {
        records.running().stream()
                .filter(plan -> looking.monthsOnRecord(plan.personId(), plan.pool()) != plan.monthsOnRecord()
                        || people.require(plan.personId()).diedOn() != null)
                .forEach(plan -> process.monthsRecorded(plan.number(), plan.pool()));
    }

    /** What a look came to, and when the next one is. */
    public record Watched(PlanStanding standing, ZonedDateTime nextLook) {}
}
