package org.yiban.duplicate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/** Shows staff the cases of their own pools, each as it stands at one moment; another pool's does not exist for them. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingDuplicates {

    private final Access access;
    private final CaseTasks tasks;
    private final DuplicateRecords records;
    private final DuplicateParts parts;
    private final AskingForFacts facts;
    private final Cases cases;
    private final Clocks clocks;
    private final People people;
    private final Regions regions;
    private final RelationWords words;
    private final BusinessTime time;

    ViewingDuplicates(
            Access access,
            CaseTasks tasks,
            DuplicateRecords records,
            DuplicateParts parts,
            AskingForFacts facts,
            Cases cases,
            Clocks clocks,
            People people,
            Regions regions,
            RelationWords words,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.parts = parts;
        this.facts = facts;
        this.cases = cases;
        this.clocks = clocks;
        this.people = people;
        this.regions = regions;
        this.words = words;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /** The case that an open task belongs to. */
    public DuplicateView ofTask(String taskId) {
        return of(caseOf(taskId));
    }

    /**
     * A case.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public DuplicateView of(CaseNumber number) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        DuplicateCase found = records.find(number).orElseThrow(() -> Cases.unknown(number));
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        return new DuplicateView(
                number.value(),
                file.kind().name(),
                file.kind().title(),
                file.state().name(),
                file.state().title(),
                file.outcome(),
                file.pool().value(),
                regions.fullName(file.pool()),
                people.require(found.personId()),
                found.foundOn(),
                found.foundIn(),
                Stream.of(Which.values())
                        .map(which -> parts.relation(found, which))
                        .toList(),
                found.crossPool(),
                found.counterpart(),
                facts.shown(DerivingDuplicateFacts.FAMILY, found.facts()),
                open(file, found),
                found.wish() == null ? null : found.wish().keep().name(),
                found.wish() == null
                        ? null
                        : words.of(found.relation(found.wish().keep())),
                found.wish() == null ? null : found.wish().statedOn(),
                parts.decision(number),
                parts.proposal(found),
                found.answer(),
                parts.suspensions(found),
                parts.paidTwice(found),
                parts.objections(number),
                clock.map(ClockReading::dueOn).orElse(null),
                clock.map(ClockReading::provisional).orElse(null),
                clock.map(ClockReading::overdue).orElse(null),
                parts.history(number),
                cases.notices(number),
                ObjectingToDuplicates.mayFile(user, file, found));
    }

    private static List<String> open(CaseFile file, DuplicateCase found) {
        return found.facts() == null || file.state() != CaseState.OPEN
                ? List.of()
                : found.facts().asked().stream().map(KnownFact::name).toList();
    }
}
