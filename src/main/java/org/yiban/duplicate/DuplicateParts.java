package org.yiban.duplicate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.SuspensionKind;
import org.yiban.person.Suspensions;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.region.Regions;

/** The parts of {@link DuplicateView}. */
@Component
class DuplicateParts {

    private final Access access;
    private final Cases cases;
    private final Objections objections;
    private final DecisionRecords decisions;
    private final DecisionWords decisionWords;
    private final Policies policies;
    private final People people;
    private final Suspensions suspensions;
    private final DoublePayments payments;
    private final Regions regions;
    private final RelationWords words;

    DuplicateParts(
            Access access,
            Cases cases,
            Objections objections,
            DecisionRecords decisions,
            DecisionWords decisionWords,
            Policies policies,
            People people,
            Suspensions suspensions,
            DoublePayments payments,
            Regions regions,
            RelationWords words) {
        this.access = access;
        this.cases = cases;
        this.objections = objections;
        this.decisions = decisions;
        this.decisionWords = decisionWords;
        this.policies = policies;
        this.people = people;
        this.suspensions = suspensions;
        this.payments = payments;
        this.regions = regions;
        this.words = words;
    }

    DuplicateView.ShownRelation relation(DuplicateCase found, Which which) {
        Relation relation = found.relation(which);
        Optional<Enrolment> now = people.enrolments(found.personId()).stream()
                .filter(enrolment -> Objects.equals(enrolment.id(), relation.enrolmentId()))
                .findFirst();
        return new DuplicateView.ShownRelation(
                which.name(),
                which == Which.FIRST ? "本地关系" : "另一关系",
                words.of(relation),
                relation.pool().value(),
                regions.fullName(relation.pool()),
                relation.scheme().name(),
                relation.identity() == null ? null : relation.identity().name(),
                relation.from(),
                now.map(Enrolment::until).orElse(null),
                now.isPresent());
    }

    DuplicateView.Decision decision(CaseNumber number) {
        return decisions
                .newest(number.value(), DerivingDuplicateFacts.FAMILY)
                .map(this::decision)
                .orElse(null);
    }

    private DuplicateView.Decision decision(RecordedDecision decision) {
        return new DuplicateView.Decision(
                decision.explanation().businessDate(),
                decision.explanation().results(),
                decisionWords.tell(decision.explanation()).sentences(),
                decision.basis(),
                policies.cite(decision.basis()),
                decision.explanation().tableVersion());
    }

    DuplicateView.Proposal proposal(DuplicateCase found) {
        Settlement settlement = found.settlement();
        return settlement == null
                ? null
                : new DuplicateView.Proposal(
                        settlement.kept().name(),
                        words.of(found.relation(settlement.kept())),
                        words.of(found.ending()),
                        settlement.ending().name(),
                        settlement.ending().title(),
                        settlement.on(),
                        settlement.reason());
    }

    List<DuplicateView.ShownSuspension> suspensions(DuplicateCase found) {
        return suspensions.of(found.personId()).stream()
                .flatMap(suspension -> List.of(Which.values()).stream()
                        .map(found::relation)
                        .filter(relation -> Objects.equals(relation.enrolmentId(), suspension.enrolmentId()))
                        .map(relation -> new DuplicateView.ShownSuspension(
                                words.of(relation)
                                        + (suspension.kind() == SuspensionKind.RELATION ? "：暂停关系" : "：暂停待遇支付"),
                                suspension.from(),
                                suspension.until(),
                                suspension.reason(),
                                suspension.endReason())))
                .toList();
    }

    List<DuplicateView.Twice> paidTwice(DuplicateCase found) {
        return payments.of(found).stream()
                .map(twice -> new DuplicateView.Twice(
                        twice.first().reference(),
                        twice.first().personalAmount(),
                        twice.second().reference(),
                        twice.second().personalAmount(),
                        twice.from(),
                        twice.to()))
                .toList();
    }

    List<ObjectionView> objections(CaseNumber number) {
        return ObjectionView.of(objections.of(number), access::nameOf);
    }

    List<EventView> history(CaseNumber number) {
        return EventView.of(cases.history(number), access::nameOf);
    }
}
