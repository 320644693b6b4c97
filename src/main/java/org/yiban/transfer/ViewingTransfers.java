package org.yiban.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.Silence;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.ClockState;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/** Shows staff the transfers of their own pools; another pool's case does not exist for them. */
@Component
@Transactional(readOnly = true)
public class ViewingTransfers {

    private final Access access;
    private final CaseTasks tasks;
    private final TransferRecords records;
    private final InformationTables tables;
    private final TableQuestions questions;
    private final Cases cases;
    private final Clocks clocks;
    private final DecisionRecords decisions;
    private final Policies policies;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    ViewingTransfers(
            Access access,
            CaseTasks tasks,
            TransferRecords records,
            InformationTables tables,
            TableQuestions questions,
            Cases cases,
            Clocks clocks,
            DecisionRecords decisions,
            Policies policies,
            People people,
            Regions regions,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.tables = tables;
        this.questions = questions;
        this.cases = cases;
        this.clocks = clocks;
        this.decisions = decisions;
        this.policies = policies;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** The number of the case that an open task belongs to. */
    public CaseNumber caseOf(String taskId) {
        return tasks.require(taskId).caseNumber();
    }

    /** The transfer that an open task belongs to. */
    public TransferView ofTask(String taskId) {
        return of(caseOf(taskId));
    }

    /**
     * One side of a transfer.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND if there is none in the pools of the caller
     */
    public TransferView of(CaseNumber number) {
        CurrentUser user = access.current();
        CaseFile file = cases.find(number)
                .filter(found -> user.casePools().contains(found.pool()))
                .orElseThrow(() -> Cases.unknown(number));
        Transfer transfer = records.require(number);
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        return new TransferView(
                number.value(),
                file.kind().name(),
                file.kind().title(),
                file.state().name(),
                file.state().title(),
                file.outcome(),
                file.pool().value(),
                regions.fullName(file.pool()),
                people.require(transfer.personId()),
                transfer.identity().name(),
                transfer.fromRegion().value(),
                regions.fullName(transfer.fromRegion()),
                transfer.toRegion().value(),
                regions.fullName(transfer.toRegion()),
                transfer.appliedOn(),
                transfer.acceptedOn(),
                clock.map(ClockReading::dueOn).orElse(null),
                clock.map(ClockReading::provisional).orElse(null),
                clock.map(ViewingTransfers::isOverdue).orElse(null),
                transfer.contactPhone(),
                lastDecision(number),
                tables.newest(number).map(table -> table(file, transfer, table)).orElse(null),
                history(number),
                cases.notices(number),
                DecidingTransfers.mayWithdraw(user, file));
    }

    /** Those of the cases that are sides of a transfer in the pools of the caller, by case number. */
    public Map<CaseNumber, Transfer> sides(Collection<CaseNumber> numbers) {
        Set<RegionCode> pools = access.current().casePools();
        return records.find(numbers).stream()
                .filter(transfer -> pools.contains(transfer.pool()))
                .collect(Collectors.toMap(Transfer::caseNumber, Function.identity()));
    }

    private List<TransferView.Event> history(CaseNumber number) {
        Map<String, String> names = new HashMap<>();
        return cases.history(number).stream()
                .map(event -> new TransferView.Event(
                        event.step(),
                        event.part(),
                        event.text(),
                        event.byUser(),
                        event.byUser() == null ? null : names.computeIfAbsent(event.byUser(), access::nameOf),
                        event.at()))
                .toList();
    }

    private static boolean isOverdue(ClockReading clock) {
        return clock.state() == ClockState.OVERDUE || clock.state() == ClockState.MISSED;
    }

    private TransferView.Decision lastDecision(CaseNumber number) {
        List<RecordedDecision> kept = decisions.of(number.value());
        if (kept.isEmpty()) {
            return null;
        }
        RecordedDecision last = kept.get(kept.size() - 1);
        Explanation explanation = last.explanation();
        return new TransferView.Decision(
                explanation.businessDate(),
                explanation.results(),
                explanation.instrument(),
                last.basis(),
                policies.cite(last.basis()),
                explanation.ruleText(),
                explanation.tableVersion(),
                explanation.reasons().silence().stream().map(Silence::says).toList());
    }

    private TransferView.Table table(CaseFile file, Transfer transfer, InformationTable table) {
        boolean undecided = transfer.side() == Side.IN && file.state() == CaseState.OPEN;
        return new TransferView.Table(
                table.months().stream().map(this::month).toList(),
                undecided ? tables.alreadyHeld(transfer, table) : List.of(),
                table.paidMonths(),
                table.deemedMonths(),
                table.firstMonth(),
                table.lastMonth(),
                table.schemeStart(),
                table.balance(),
                table.note(),
                regions.fullName(table.statedBy()),
                table.preparedAt(),
                table.version(),
                table.digest(),
                rounds(file.number()));
    }

    private List<TransferView.Round> rounds(CaseNumber number) {
        Map<Integer, TableQuestions.Question> asked = questions.of(number).stream()
                .collect(Collectors.toMap(TableQuestions.Question::version, Function.identity()));
        return tables.issued(number).stream()
                .map(table -> {
                    TableQuestions.Question question = asked.get(table.version());
                    return new TransferView.Round(
                            table.version(),
                            table.paidMonths(),
                            table.deemedMonths(),
                            table.balance(),
                            table.note(),
                            table.preparedAt(),
                            table.digest(),
                            question == null ? null : question.questions(),
                            question == null ? null : question.askedAt());
                })
                .toList();
    }

    private TransferView.Month month(ContributionMonth month) {
        return new TransferView.Month(
                month.month(),
                month.kind().name(),
                month.paidIn().value(),
                regions.fullName(month.paidIn()),
                month.base());
    }
}
