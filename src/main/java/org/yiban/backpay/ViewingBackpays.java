package org.yiban.backpay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.plan.ViewingPlans;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/**
 * Shows staff the cases of their own pools; another pool's case does not exist for them. A case is shown as it stands at one
 * moment, also while money comes in for it.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingBackpays {

    private static final Map<String, String> ACCOUNT_TYPES =
            Map.of("POOLED_ONLY", "单建统筹", "POOLED_WITH_ACCOUNT", "统账结合");

    private final Access access;
    private final CaseTasks tasks;
    private final BackpayRecords records;
    private final BackpayParts parts;
    private final BackpaySettings settings;
    private final DerivingBackpayFacts facts;
    private final ViewingPlans plans;
    private final SettlingBackpayDeaths deaths;
    private final BackpayProcess process;
    private final Cases cases;
    private final Clocks clocks;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    ViewingBackpays(
            Access access,
            CaseTasks tasks,
            BackpayRecords records,
            BackpayParts parts,
            BackpaySettings settings,
            DerivingBackpayFacts facts,
            ViewingPlans plans,
            SettlingBackpayDeaths deaths,
            BackpayProcess process,
            Cases cases,
            Clocks clocks,
            People people,
            Regions regions,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.parts = parts;
        this.settings = settings;
        this.facts = facts;
        this.plans = plans;
        this.deaths = deaths;
        this.process = process;
        this.cases = cases;
        this.clocks = clocks;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /** The case that an open task belongs to. */
    public BackpayView ofTask(String taskId) {
        return of(caseOf(taskId), process.receiptOf(taskId));
    }

    /**
     * A case.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public BackpayView of(CaseNumber number) {
        return of(number, null);
    }

    private BackpayView of(CaseNumber number, Long receiptId) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        Backpay backpay = records.find(number).orElseThrow(() -> Cases.unknown(number));
        StatedBackpay stated = backpay.stated();
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        Optional<WeighedOptions> weighed = Optional.ofNullable(backpay.weighed());
        return new BackpayView(
                number.value(),
                file.kind().name(),
                file.kind().title(),
                file.state().name(),
                file.state().title(),
                file.outcome(),
                file.pool().value(),
                regions.fullName(file.pool()),
                people.require(backpay.personId()),
                stated.requestedOn(),
                stated.retirementAgeOn(),
                stated.retirementKind().title(),
                stated.identity().name(),
                stated.accountType() == null ? null : ACCOUNT_TYPES.get(stated.accountType()),
                stated.applicant().title(),
                stated.agentName(),
                stated.contactPhone(),
                stated.file(),
                parts.years(backpay),
                facts.shown(backpay.facts()),
                open(file, backpay),
                parts.tests(backpay),
                parts.options(backpay),
                weighed.map(WeighedOptions::quotedOn).orElse(null),
                weighed.map(WeighedOptions::figures).orElse(List.of()),
                weighed.map(WeighedOptions::outlook).orElse(List.of()),
                parts.choice(backpay),
                parts.orders(number),
                parts.receipts(number),
                receiptId == null ? null : parts.receipt(receiptId),
                backpay.credit(),
                backpay.benefitsFrom(),
                settings.mostInstalments(backpay.pool()),
                parts.objections(number),
                clock.map(ClockReading::dueOn).orElse(null),
                clock.map(ClockReading::provisional).orElse(null),
                clock.map(ClockReading::overdue).orElse(null),
                parts.history(number),
                cases.notices(number),
                EndingBackpays.mayWithdraw(user, file, backpay),
                ObjectingToBackpays.mayFile(user, file),
                deaths.mayReport(user, file, backpay),
                plans.find(number).orElse(null));
    }

    private static List<String> open(CaseFile file, Backpay backpay) {
        return backpay.facts() == null || file.state() != CaseState.OPEN
                ? List.of()
                : backpay.facts().asked().stream().map(KnownFact::name).toList();
    }
}
