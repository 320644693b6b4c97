package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;
import org.yiban.workflow.CaseTasks;

/** Shows staff the benefits across the transfers of their own pools, each as it stands at one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingGaps {

    private final CaseTasks tasks;
    private final ViewingTransfers transfers;
    private final GapRecords records;
    private final GapMoneyRecords money;
    private final CollectionOrders collections;
    private final DecisionRecords decisions;
    private final QuotingContinuity quoting;
    private final Policies policies;
    private final AskingForFacts facts;
    private final GapProcess process;
    private final BusinessTime time;

    ViewingGaps(
            CaseTasks tasks,
            ViewingTransfers transfers,
            GapRecords records,
            GapMoneyRecords money,
            CollectionOrders collections,
            DecisionRecords decisions,
            QuotingContinuity quoting,
            Policies policies,
            AskingForFacts facts,
            GapProcess process,
            BusinessTime time) {
        this.tasks = tasks;
        this.transfers = transfers;
        this.records = records;
        this.money = money;
        this.collections = collections;
        this.decisions = decisions;
        this.quoting = quoting;
        this.policies = policies;
        this.facts = facts;
        this.process = process;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /**
     * The gap that an open task is about.
     *
     * @throws ProblemException NOT_FOUND if the caller may not know of the task
     */
    public GapView ofTask(String taskId) {
        return of(caseOf(taskId), process.moneyOf(taskId));
    }

    /**
     * The gap of a case; empty if it has none.
     *
     * @throws ProblemException NOT_FOUND if the case is not one of the caller's pools
     */
    public Optional<GapView> find(CaseNumber number) {
        TransferView transfer = transfers.of(number);
        return records.find(number).map(gap -> view(gap, transfer, null));
    }

    /** The gap of a case that has one, likewise. */
    public GapView of(CaseNumber number) {
        return of(number, null);
    }

    private GapView of(CaseNumber number, Long moneyId) {
        TransferView transfer = transfers.of(number);
        return records.find(number)
                .map(gap -> view(gap, transfer, moneyId))
                .orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "caseNumber", number.value(), "本案没有待遇衔接"));
    }

    private GapView view(BenefitGap gap, TransferView transfer, Long moneyId) {
        CaseNumber number = gap.caseNumber();
        Optional<GapQuotes> quotes = Optional.ofNullable(gap.quotes());
        List<GapMoney> returned = money.of(number);
        return new GapView(
                number.value(),
                transfer.poolName(),
                transfer.person(),
                transfer.identity(),
                transfer.fromRegionName(),
                transfer.toRegionName(),
                transfer.appliedOn(),
                transfer.contactPhone(),
                facts.shown(QuotingContinuity.FAMILY, gap.facts().known()),
                gap.facts().known().asked().stream().map(KnownFact::name).toList(),
                quotes.map(GapQuotes::unpaidMonths).orElse(null),
                quotes.map(GapQuotes::unpaid).orElse(null),
                quotes.map(GapQuotes::paid).orElse(null),
                quotes.map(GapQuotes::lastDay).orElse(null),
                quotes.map(GapQuotes::lastDay)
                        .map(day -> day.isBefore(time.today()))
                        .orElse(null),
                quotes.map(GapQuotes::late).orElse(null),
                quotes.map(GapQuotes::bySenior).orElse(null),
                quotes.map(GapQuotes::payable).orElse(null),
                gap.toPay(),
                gap.amount(),
                gap.amountSource(),
                gap.received(),
                gap.amount() == null ? null : gap.rest(),
                gap.countsUntil(),
                orders(number),
                returned.stream().map(ViewingGaps::shown).toList(),
                returned.stream()
                        .filter(each -> moneyId != null && each.id() == moneyId)
                        .map(ViewingGaps::shown)
                        .findFirst()
                        .orElse(null),
                gap.outcome() == null ? null : gap.outcome().name(),
                gap.outcome() == null ? null : gap.outcome().title(),
                decisions
                        .newest(number.value(), QuotingContinuity.FAMILY)
                        .map(this::decision)
                        .orElse(null),
                transfer.history());
    }

    private List<GapView.Order> orders(CaseNumber number) {
        return collections.of(number).stream()
                .filter(order -> BenefitGap.isOrderKey(order.key()))
                .map(ViewingGaps::shown)
                .toList();
    }

    private static GapView.Order shown(CollectionOrder order) {
        BigDecimal collected = order.settledAt() == null ? null : order.collected();
        return new GapView.Order(
                order.key(),
                order.amount(),
                order.lastDay(),
                order.state().title(),
                collected,
                order.receivedOn(),
                order.receipt());
    }

    private static GapView.Money shown(GapMoney money) {
        String settled =
                !money.settled() ? null : money.refundCase() == null ? money.note() : "退费案件 " + money.refundCase();
        return new GapView.Money(
                money.why().title(), money.amount(), money.receipt(), money.receivedOn(), money.refundCase(), settled);
    }

    private GapView.Decision decision(RecordedDecision kept) {
        return new GapView.Decision(
                kept.explanation().results(), quoting.says(kept.explanation()), policies.cite(kept.basis()));
    }
}
