package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.transfer.TransferView;
import org.yiban.transfer.ViewingTransfers;
import org.yiban.workflow.CaseTasks;

/** Shows staff the benefits across the transfers of their own pools. */
@Component
@Transactional(readOnly = true)
public class ViewingGaps {

    private static final Map<String, String> FLAGS = Map.of("true", "是", "false", "否");

    private final CaseTasks tasks;
    private final ViewingTransfers transfers;
    private final GapRecords records;
    private final GapMoneyRecords money;
    private final CollectionOrders collections;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final Policies policies;
    private final Regions regions;
    private final GapProcess process;
    private final BusinessTime time;

    ViewingGaps(
            CaseTasks tasks,
            ViewingTransfers transfers,
            GapRecords records,
            GapMoneyRecords money,
            CollectionOrders collections,
            DecisionRecords decisions,
            DecisionWords words,
            Policies policies,
            Regions regions,
            GapProcess process,
            BusinessTime time) {
        this.tasks = tasks;
        this.transfers = transfers;
        this.records = records;
        this.money = money;
        this.collections = collections;
        this.decisions = decisions;
        this.words = words;
        this.policies = policies;
        this.regions = regions;
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
        return view(records.require(number), transfers.of(number), moneyId);
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
                facts(gap.facts()),
                gap.facts().asked(),
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
                kept.explanation().results(), words.tell(kept.explanation()).sentences(), policies.cite(kept.basis()));
    }

    private List<GapView.ShownFact> facts(GapFacts facts) {
        Map<String, Fact> declared = policies.declaredFacts(QuotingContinuity.FAMILY).stream()
                .collect(Collectors.toMap(Fact::name, Function.identity()));
        return facts.all().stream()
                .map(fact -> shown(fact, declared.get(fact.name())))
                .toList();
    }

    private GapView.ShownFact shown(GapFact fact, Fact declared) {
        Map<String, String> choices = declared.type() == FactType.FLAG ? FLAGS : declared.choices();
        String shown = fact.value() == null
                ? null
                : declared.type() == FactType.REGION
                        ? regions.fullName(new RegionCode(fact.value()))
                        : choices.getOrDefault(fact.value(), fact.value());
        return new GapView.ShownFact(
                fact.name(),
                fact.label(),
                fact.value(),
                shown,
                fact.source(),
                fact.correctable(),
                declared.type(),
                choices);
    }
}
