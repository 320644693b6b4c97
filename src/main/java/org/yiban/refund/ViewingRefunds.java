package org.yiban.refund;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.refund.facts.RefundEvidence;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/** Shows staff the refunds of their own pools, each as it stands at one moment; another pool's does not exist for them. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingRefunds {

    private final Access access;
    private final CaseTasks tasks;
    private final RefundRecords records;
    private final Objections objections;
    private final ShowingFacts facts;
    private final RefundEvidence evidence;
    private final PaymentOrders orders;
    private final Payments payments;
    private final UnassignedReceipts unassigned;
    private final RefundProcess process;
    private final Cases cases;
    private final Clocks clocks;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final Policies policies;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    ViewingRefunds(
            Access access,
            CaseTasks tasks,
            RefundRecords records,
            Objections objections,
            ShowingFacts facts,
            RefundEvidence evidence,
            PaymentOrders orders,
            Payments payments,
            UnassignedReceipts unassigned,
            RefundProcess process,
            Cases cases,
            Clocks clocks,
            DecisionRecords decisions,
            DecisionWords words,
            Policies policies,
            People people,
            Regions regions,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.objections = objections;
        this.facts = facts;
        this.evidence = evidence;
        this.orders = orders;
        this.payments = payments;
        this.unassigned = unassigned;
        this.process = process;
        this.cases = cases;
        this.clocks = clocks;
        this.decisions = decisions;
        this.words = words;
        this.policies = policies;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /** The refund that an open task belongs to. */
    public RefundView ofTask(String taskId) {
        CaseNumber number = caseOf(taskId);
        String reference = process.moneyOf(taskId);
        return of(number, reference == null ? Optional.empty() : unassigned.find(number, reference));
    }

    /**
     * A refund.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public RefundView of(CaseNumber number) {
        return of(number, Optional.empty());
    }

    private RefundView of(CaseNumber number, Optional<UnassignedReceipts.Open> held) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        Refund refund = records.find(List.of(number)).stream().findFirst().orElseThrow(() -> Cases.unknown(number));
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        return new RefundView(
                number.value(),
                file.kind().name(),
                file.kind().title(),
                file.state().name(),
                file.state().title(),
                file.outcome(),
                file.pool().value(),
                regions.fullName(file.pool()),
                people.require(refund.personId()),
                payments.require(refund.paymentId()),
                refund.reason().name(),
                refund.reason().title(),
                refund.requestedOn(),
                refund.eventOn(),
                refund.eventUntil(),
                refund.claimedFrom(),
                refund.claimedTo(),
                refund.claimedAmount(),
                refund.payee(),
                refund.payeeIs().name(),
                refund.payeeIs().title(),
                refund.contactPhone(),
                facts.of(refund),
                file.state() == CaseState.OPEN ? ShowingFacts.open(refund) : List.of(),
                evidence(refund),
                decision(number, AskingRefundTables.ELIGIBILITY),
                decision(number, AskingRefundTables.AMOUNT),
                money(refund),
                held.map(RefundView.HeldMoney::of).orElse(null),
                orders(number),
                ObjectionView.of(objections.of(number), access::nameOf),
                clock.map(ClockReading::dueOn).orElse(null),
                clock.map(ClockReading::provisional).orElse(null),
                clock.map(ClockReading::overdue).orElse(null),
                refund.releaseFile(),
                EventView.of(cases.history(number), access::nameOf),
                cases.notices(number),
                WithdrawingRefunds.mayWithdraw(user, file, refund, orders),
                HandlingObjections.mayFile(user, file));
    }

    private List<RefundView.ShownEvidence> evidence(Refund refund) {
        return evidence.needed(refund.reason(), refund.pool()).stream()
                .map(needed -> new RefundView.ShownEvidence(
                        needed.code(),
                        needed.title(),
                        needed.required(),
                        refund.evidenceSeen().contains(needed.code())))
                .toList();
    }

    private RefundView.Decision decision(CaseNumber number, String family) {
        return decisions.newest(number.value(), family).map(this::decision).orElse(null);
    }

    private RefundView.Decision decision(RecordedDecision decision) {
        return new RefundView.Decision(
                decision.explanation().businessDate(),
                decision.explanation().results(),
                words.tell(decision.explanation()).sentences(),
                decision.basis(),
                policies.cite(decision.basis()),
                decision.explanation().tableVersion());
    }

    private static RefundView.Money money(Refund refund) {
        RefundRuling ruling = refund.ruling();
        return ruling == null
                ? null
                : new RefundView.Money(
                        ruling.scope(),
                        ruling.relationEnds(),
                        ruling.from(),
                        ruling.to(),
                        ruling.amount(),
                        ruling.clawback(),
                        refund.recovered(),
                        ruling.counted() ? refund.rest() : null,
                        refund.deducted());
    }

    private List<RefundView.Order> orders(CaseNumber number) {
        return orders.of(number).stream()
                .map(order -> new RefundView.Order(
                        order.key(),
                        order.amount(),
                        order.payeeName(),
                        order.accountMasked(),
                        order.state().name(),
                        order.state().title(),
                        order.reason(),
                        order.attempt(),
                        order.issuedAt(),
                        order.settledAt()))
                .toList();
    }
}
