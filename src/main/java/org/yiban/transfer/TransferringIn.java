package org.yiban.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseRefusedException;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.TransferDeadline;
import org.yiban.policy.TransferDeadlineQuestion;
import org.yiban.region.Regions;
import org.yiban.sla.Clock;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/** The steps of the transfer-in side that need no person (转入地). Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = CaseRefusedException.class)
public class TransferringIn {

    private final TransferRecords records;
    private final InformationTables tables;
    private final TransferMessages messages;
    private final RequestingTransfersOut requesting;
    private final TransferPools pools;
    private final Cases cases;
    private final TransferEnds ends;
    private final TransferLetters letters;
    private final ApplicationRecords applications;
    private final TakingBackMonths takingBack;
    private final Clocks clocks;
    private final Policies policies;
    private final DecisionRecords decisions;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    TransferringIn(
            TransferRecords records,
            InformationTables tables,
            TransferMessages messages,
            RequestingTransfersOut requesting,
            TransferPools pools,
            Cases cases,
            TransferEnds ends,
            TransferLetters letters,
            ApplicationRecords applications,
            TakingBackMonths takingBack,
            Clocks clocks,
            Policies policies,
            DecisionRecords decisions,
            People people,
            Regions regions,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.records = records;
        this.tables = tables;
        this.messages = messages;
        this.requesting = requesting;
        this.pools = pools;
        this.cases = cases;
        this.ends = ends;
        this.letters = letters;
        this.applications = applications;
        this.takingBack = takingBack;
        this.clocks = clocks;
        this.policies = policies;
        this.decisions = decisions;
        this.people = people;
        this.regions = regions;
        this.time = time;
        this.events = events;
    }

    /**
     * Checks the application against the record: the person has a relation in the scheme stated on the transfer-out side. A
     * retiree's application goes on, marked for those who decide on it; so does one that corrects a completed transfer.
     *
     * @throws CaseRefusedException if there is nothing that could be moved
     */
    public void validate(CaseNumber number) {
        Transfer transfer = records.require(number);
        Person person = people.require(transfer.personId());
        if (applications.find(number).map(Application::correctsCase).isPresent()) {
            cases.note(number, "validated", null, "更正已办结的转移，不再核对转出地的参保关系", null);
            return;
        }
        if (pools.elsewhere(transfer.fromPool())) {
            cases.note(number, "validated", null, "转出地的登记不在本系统，由转出地核对", null);
            return;
        }
        String scheme = transfer.fromScheme() == Scheme.EMPLOYEE ? "职工基本医疗保险" : "城乡居民基本医疗保险";
        if (!related(transfer)) {
            throw refusal(number, regions.fullName(transfer.fromPool()) + "没有此人的" + scheme + "关系，没有可以转移的关系");
        }
        cases.note(number, "validated", null, "核对登记：转出地有可转移的" + scheme + "关系", null);
        if (person.retiredInsured()) {
            cases.note(number, "retiree", null, "登记显示为退休参保人员，文件没有规定能否转移", null);
        }
    }

    private boolean related(Transfer transfer) {
        return people.openEnrolment(transfer.personId(), transfer.fromPool(), transfer.fromScheme())
                        .filter(enrolment -> !enrolment.from().isAfter(time.today()))
                        .isPresent()
                || people.months(transfer.personId(), transfer.fromPool()).stream()
                        .anyMatch(month -> month.scheme() == transfer.fromScheme());
    }

    /** The due day as the history says it. */
    static String dueDay(Clock clock) {
        return clock.dueOn() + (clock.provisionalUntil(clock.dueOn()) ? "（暂定：该年放假安排尚未公布）" : "");
    }

    private CaseRefusedException refusal(CaseNumber number, String reason) {
        records.refuse(number, reason);
        return new CaseRefusedException(reason);
    }

    /** Classifies the transfer on the day of the application; returns whether a transfer is needed at all. */
    public boolean classify(CaseNumber number) {
        Transfer transfer = records.require(number);
        TransferDeadline decision = ask(transfer, transfer.appliedOn());
        decisions.keep(number.value(), decision.explanation());
        return !Boolean.FALSE.equals(decision.transferNeeded());
    }

    /** Asks the transfer-out side for the information table. */
    public void requestInformationTable(CaseNumber number) {
        Transfer transfer = records.require(number);
        Clock clock = clocks.of(number).orElseThrow().clock();
        clocks.beginLeg(number, Leg.TRANSFER_OUT, transfer.acceptedOn());
        requesting.request(transfer, clock, deadlineDecision(number).explanation());
        records.request(number);
        cases.note(number, "requested", null, "向转出地" + regions.fullName(transfer.fromPool()) + "请办信息表", null);
    }

    /** The information table went back with questions: the other side's part begins anew. */
    public void awaitSecondTable(CaseNumber number) {
        clocks.beginLeg(number, Leg.TRANSFER_OUT, time.today());
    }

    /**
     * Takes over the months that are not held here yet, opens the relation here if it is not open, tells the other side,
     * closes the case. Months that both sides hold count once, as paid if either side's was paid; the letter and the
     * history name them. Months that this case gives back leave first: one that was moved wrongly may come anew.
     */
    public void complete(CaseNumber number) {
        Transfer transfer = records.require(number);
        InformationTable table = tables.newest(number).orElseThrow();
        String takenBack = takingBack.carryOut(transfer);
        List<YearMonth> overlap = tables.alreadyHeld(transfer, table);
        List<YearMonth> becomingPaid = tables.becomingPaid(transfer, table);
        int added = people.takeOverMonths(transfer.personId(), transfer.toPool(), table.months());
        LocalDate today = time.today();
        if (people.openEnrolment(transfer.personId(), transfer.toPool(), transfer.toScheme())
                .isEmpty()) {
            people.enrol(
                    transfer.personId(),
                    transfer.toPool(),
                    transfer.toScheme(),
                    transfer.identity(),
                    firstFreeDay(transfer));
        }
        records.complete(number, today);
        messages.say(transfer, TransferMessages.COMPLETED, new TransferMessages.Completed(today));
        if (!overlap.isEmpty()) {
            cases.note(number, "overlap", null, "与转入地已有记录重复、不重复计算的月份：" + text(overlap), null);
        }
        if (!becomingPaid.isEmpty()) {
            cases.note(number, "becamePaid", null, "转入地原记为视同缴费、转出地已实际缴费，改记为实际缴费的月份：" + text(becomingPaid), null);
        }
        letters.completed(
                transfer,
                "转出地信息表载明实际缴费 " + table.paidMonths() + " 个月、视同缴费 " + table.deemedMonths() + " 个月，"
                        + (overlap.isEmpty()
                                ? "已全部记入。"
                                : "其中 " + text(overlap) + " 与转入地已有记录重复，不重复计算；本次记入 " + added + " 个月。")
                        + takenBack,
                deadlineDecision(number).basis());
        ends.close(number, CaseState.COMPLETED, "转移完成，记入 " + added + " 个月");
        events.publishEvent(new TransferCompleted(number, transfer.personId(), transfer.fromPool(), transfer.toPool()));
    }

    /** Today, or the day after the last relation here ends, if that is later. */
    private LocalDate firstFreeDay(Transfer transfer) {
        LocalDate today = time.today();
        return people.enrolments(transfer.personId()).stream()
                .filter(e -> e.pool().equals(transfer.toPool()) && e.scheme() == transfer.toScheme() && !e.open())
                .map(e -> e.until().plusDays(1))
                .filter(day -> day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    private static String text(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining("、"));
    }

    private RecordedDecision deadlineDecision(CaseNumber number) {
        return decisions.newest(number.value(), DeadlineResults.FAMILY).orElseThrow();
    }

    private TransferDeadline ask(Transfer transfer, LocalDate on) {
        return policies.transferDeadline(new TransferDeadlineQuestion(
                transfer.fromRegion().value(), transfer.toRegion().value(), on));
    }
}
