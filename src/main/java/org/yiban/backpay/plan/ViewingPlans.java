package org.yiban.backpay.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.Regions;
import org.yiban.workflow.CaseTasks;

/** Shows staff the plans of their own pools. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingPlans {

    private final Access access;
    private final CaseTasks tasks;
    private final PlanRecords records;
    private final People people;
    private final Regions regions;

    ViewingPlans(Access access, CaseTasks tasks, PlanRecords records, People people, Regions regions) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.people = people;
        this.regions = regions;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /**
     * The plan of a case.
     *
     * @throws ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public PlanView of(CaseNumber number) {
        return find(number).orElseThrow(() -> Cases.unknown(number));
    }

    /** The plan of a case; empty if it has none that the caller may know of. */
    public Optional<PlanView> find(CaseNumber number) {
        CurrentUser user = access.current();
        return records.find(number)
                .filter(plan -> user.casePools().contains(plan.pool()))
                .map(plan -> view(plan, user));
    }

    private PlanView view(ContributionPlan plan, CurrentUser user) {
        Person person = people.require(plan.personId());
        List<PlanView.Look> looks = records.looks(plan.number());
        boolean mayGiveUp = plan.state() == PlanState.RUNNING
                && (user.has(Role.INTAKE, plan.pool()) || user.has(Role.REVIEW, plan.pool()));
        return new PlanView(
                plan.number().value(),
                regions.fullName(plan.pool()),
                person.name(),
                person.maskedIdentityNumber(),
                plan.chosenOn(),
                plan.months(),
                plan.state().name(),
                plan.state().title(),
                plan.endedOn(),
                plan.ending() == null ? null : plan.ending().title(),
                plan.endingText(),
                looks.isEmpty() ? null : looks.get(0),
                looks,
                mayGiveUp);
    }
}
