package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/**
 * Shows staff the arrears of their own pools; another pool's case does not exist for them. A case is shown as it stands at
 * one moment, also while money comes in for it.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingArrears {

    private final Access access;
    private final CaseTasks tasks;
    private final ArrearsRecords records;
    private final ArrearsMoneyRecords money;
    private final ArrearsSettings settings;
    private final ArrearsProcess process;
    private final Objections objections;
    private final ObjectingToArrears objecting;
    private final CollectionOrders collections;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final Policies policies;
    private final LateMonths late;
    private final People people;
    private final Cases cases;
    private final Clocks clocks;
    private final Regions regions;
    private final BusinessTime time;

    ViewingArrears(
            Access access,
            CaseTasks tasks,
            ArrearsRecords records,
            ArrearsMoneyRecords money,
            ArrearsSettings settings,
            ArrearsProcess process,
            Objections objections,
            ObjectingToArrears objecting,
            CollectionOrders collections,
            DecisionRecords decisions,
            DecisionWords words,
            Policies policies,
            LateMonths late,
            People people,
            Cases cases,
            Clocks clocks,
            Regions regions,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.money = money;
        this.settings = settings;
        this.process = process;
        this.objections = objections;
        this.objecting = objecting;
        this.collections = collections;
        this.decisions = decisions;
        this.words = words;
        this.policies = policies;
        this.late = late;
        this.people = people;
        this.cases = cases;
        this.clocks = clocks;
        this.regions = regions;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /** The case that an open task belongs to. */
    public ArrearsView ofTask(String taskId) {
        return of(caseOf(taskId), process.moneyOf(taskId));
    }

    /**
     * A case.
     *
     * @throws ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public ArrearsView of(CaseNumber number) {
        return of(number, null);
    }

    private ArrearsView of(CaseNumber number, Long moneyId) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        ArrearsCase found = records.find(number).orElseThrow(() -> Cases.unknown(number));
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        List<ArrearsMoney> came = money.of(number);
        Set<Long> ids = found.runs().stream().map(ArrearsRun::personId).collect(Collectors.toSet());
        return new ArrearsView(
                number.value(),
                file.kind().name(),
                file.kind().title(),
                file.state().name(),
                file.state().title(),
                file.outcome(),
                file.pool().value(),
                regions.fullName(file.pool()),
                found.unitName(),
                found.unitCode().value(),
                found.ground().title(),
                found.accountType().title(),
                found.payOn(),
                found.contactPhone(),
                settings.reading(found.pool()),
                runs(found, ids),
                ids.size(),
                ArrearsFacts.shown(found.facts()),
                file.state() != CaseState.OPEN || found.facts() == null
                        ? List.of()
                        : found.facts().asked().stream().map(KnownFact::name).toList(),
                quote(found.quote()),
                found.received(),
                found.receivedOn(),
                file.state() != CaseState.OPEN
                                || found.quote() == null
                                || found.quote().principal() == null
                        ? null
                        : found.rest(),
                decisions
                        .newest(number.value(), QuotingArrears.FAMILY)
                        .map(this::decision)
                        .orElse(null),
                collections.of(number).stream().map(ViewingArrears::shown).toList(),
                came.stream().map(ViewingArrears::shown).toList(),
                came.stream()
                        .filter(each -> moneyId != null && each.id() == moneyId)
                        .map(ViewingArrears::shown)
                        .findFirst()
                        .orElse(null),
                found.stopReason(),
                ObjectionView.of(objections.of(number), access::nameOf),
                clock.map(ClockReading::dueOn).orElse(null),
                clock.map(ClockReading::provisional).orElse(null),
                clock.map(ClockReading::overdue).orElse(null),
                EventView.of(cases.history(number), access::nameOf),
                cases.notices(number),
                objecting.mayFile(user, file, found));
    }

    private List<ArrearsView.Run> runs(ArrearsCase found, Set<Long> ids) {
        Map<Long, Person> persons = people.people(ids);
        Map<String, KnownFact> facts = found.facts() == null
                ? Map.of()
                : found.facts().all().stream().collect(Collectors.toMap(KnownFact::name, fact -> fact));
        Map<String, ArrearsQuote.Run> quoted = found.quote() == null
                ? Map.of()
                : found.quote().runs().stream().collect(Collectors.toMap(ArrearsQuote.Run::fact, run -> run));
        Map<Long, Map<YearMonth, LocalDate>> recorded = new HashMap<>();
        return found.runs().stream()
                .map(run -> {
                    Person person = persons.get(run.personId());
                    KnownFact base = facts.get(run.fact());
                    ArrearsQuote.Run of = quoted.get(run.fact());
                    return new ArrearsView.Run(
                            person.name(),
                            person.maskedIdentityNumber(),
                            run.from(),
                            run.to(),
                            run.months().size(),
                            found.facts() == null ? null : ArrearsFacts.value(found.facts(), run.fact()),
                            base == null ? null : base.source(),
                            of == null ? null : of.principal(),
                            of == null ? null : of.lateFee(),
                            of == null ? null : of.credited(),
                            of == null ? null : of.gapCovered(),
                            recorded.computeIfAbsent(run.personId(), id -> late.of(id, found.pool()))
                                    .get(run.from()));
                })
                .toList();
    }

    private static ArrearsView.Quote quote(ArrearsQuote quote) {
        return quote == null
                ? null
                : new ArrearsView.Quote(
                        quote.payOn(),
                        quote.referred(),
                        quote.payable(),
                        quote.principal(),
                        quote.lateFee(),
                        quote.total(),
                        quote.namedBy(),
                        quote.yearsCounted(),
                        quote.accountCredited());
    }

    private ArrearsView.Decision decision(RecordedDecision kept) {
        return new ArrearsView.Decision(
                kept.explanation().businessDate(),
                kept.explanation().results(),
                words.tell(kept.explanation()).sentences(),
                kept.basis(),
                policies.cite(kept.basis()));
    }

    private static ArrearsView.Order shown(CollectionOrder order) {
        return new ArrearsView.Order(
                order.key(),
                order.amount(),
                order.lastDay(),
                order.state().title(),
                order.settledAt() == null ? null : order.collected(),
                order.receivedOn(),
                order.receipt());
    }

    private static ArrearsView.Money shown(ArrearsMoney money) {
        String settled = money.toReturn() ? money.note() : "计入补缴";
        return new ArrearsView.Money(money.why().title(), money.amount(), money.receipt(), money.receivedOn(), settled);
    }
}
