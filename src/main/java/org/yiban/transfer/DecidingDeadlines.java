package org.yiban.transfer;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.Reasons;
import org.yiban.policy.Silence;
import org.yiban.policy.TransferDeadline;
import org.yiban.policy.TransferDeadlineQuestion;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.Clocks;
import org.yiban.sla.TargetNature;

/** By when a transfer must be done: the tables say so, or a senior where they are silent. Joins its process's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DecidingDeadlines {

    private static final String OUTCOME = "outcome";

    private final TransferRecords records;
    private final TransferSettings settings;
    private final Policies policies;
    private final CitingProvisions citing;
    private final DecisionRecords decisions;
    private final People people;
    private final Cases cases;
    private final Clocks clocks;
    private final BusinessTime time;

    DecidingDeadlines(
            TransferRecords records,
            TransferSettings settings,
            Policies policies,
            CitingProvisions citing,
            DecisionRecords decisions,
            People people,
            Cases cases,
            Clocks clocks,
            BusinessTime time) {
        this.records = records;
        this.settings = settings;
        this.policies = policies;
        this.citing = citing;
        this.decisions = decisions;
        this.people = people;
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * Asks the tables for the deadline, counted from the acceptance day, and starts the clock.
     *
     * @return whether the documents state one; if not, or if they do not speak of such a transfer, a senior decides
     */
    public boolean decide(CaseNumber number) {
        Transfer transfer = records.require(number);
        TransferDeadline decision = policies.transferDeadline(new TransferDeadlineQuestion(
                transfer.fromRegion().value(), transfer.toRegion().value(), transfer.acceptedOn()));
        Optional<String> silence = settings.leftToSenior(
                transfer, people.require(transfer.personId()).retiredInsured());
        if (decision.outcome() == Outcome.REFER || silence.isEmpty()) {
            decisions.keep(number.value(), decision.explanation());
        } else {
            decisions.keep(number.value(), left(decision.explanation(), silence.get()));
        }
        if (decision.outcome() == Outcome.REFER || silence.isPresent()) {
            return false;
        }
        start(
                transfer,
                decision.workingDays(),
                TargetNature.LEGAL,
                ClockEntry.basedOn(ProvisionReference.join(decision.basis())),
                "依据：" + citing.inShort(decision.basis()));
        return true;
    }

    /** The answer of the tables, left to a person: they speak of other transfers than this one. */
    private static Explanation left(Explanation asked, String silence) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put(OUTCOME, Outcome.REFER.name());
        results.put(DeadlineResults.TRANSFER_KIND, asked.results().get(DeadlineResults.TRANSFER_KIND));
        return new Explanation(
                asked.family(),
                asked.businessDate(),
                asked.facts(),
                null,
                null,
                null,
                null,
                silence,
                results,
                new Reasons(List.of(), List.of(), List.of(), List.of(new Silence(silence, List.of()))),
                asked.tableSet());
    }

    /**
     * Goes on by what a senior decided where the documents are silent: starts the clock, or keeps why the relation cannot
     * move.
     *
     * @return whether the relation may move
     * @throws ProblemException INVALID_INPUT if it may and the senior stated no working days
     */
    public boolean adopt(CaseNumber number) {
        Transfer transfer = records.require(number);
        Explanation decided = decisions
                .newest(number.value(), DeadlineResults.FAMILY)
                .orElseThrow()
                .explanation();
        if (Boolean.FALSE.equals(decided.results().get(DeadlineResults.TRANSFER_NEEDED))) {
            records.refuse(number, new Refusal(decided.ruleText(), List.of(new ProvisionReference("AGENCY"))));
            return false;
        }
        if (!(decided.results().get(DeadlineResults.WORKING_DAYS) instanceof Number days)) {
            throw ProblemException.invalid(DeadlineResults.WORKING_DAYS, null, "可以转移的，须写明办理期限（工作日）");
        }
        start(transfer, days.intValue(), TargetNature.SET, ClockEntry.BY_PROCESS, "由主管判断");
        return true;
    }

    private void start(Transfer transfer, int workingDays, TargetNature nature, ClockEntry entry, String why) {
        CaseNumber number = transfer.caseNumber();
        Clock clock = clocks.of(number).isEmpty()
                ? clocks.start(number, transfer.acceptedOn(), workingDays, nature, entry)
                : clocks.record(number, new ClockEvent.Reset(acceptedAt(transfer), workingDays, nature), entry);
        cases.note(
                number,
                "deadlineDecided",
                null,
                "办结时限 " + clock.target() + " 个工作日，至 " + TransferringIn.dueDay(clock) + "；" + why,
                null);
    }

    /** The moment from which the clock of a case that was opened again counts: not before that. */
    private OffsetDateTime acceptedAt(Transfer transfer) {
        if (transfer.acceptedOn().equals(time.today())) {
            return time.now().toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
        }
        OffsetDateTime morning =
                transfer.acceptedOn().atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
        return transfer.reopenedAt() != null && morning.isBefore(transfer.reopenedAt())
                ? transfer.reopenedAt()
                : morning;
    }
}
