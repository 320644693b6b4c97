package org.yiban.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseRefusedException;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.TransferDeadline;
import org.yiban.policy.TransferDeadlineQuestion;
import org.yiban.region.Regions;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;
import org.yiban.sla.TargetNature;

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
    private final Clocks clocks;
    private final Policies policies;
    private final DecisionRecords decisions;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    TransferringIn(
            TransferRecords records,
            InformationTables tables,
            TransferMessages messages,
            RequestingTransfersOut requesting,
            TransferPools pools,
            Cases cases,
            TransferEnds ends,
            Clocks clocks,
            Policies policies,
            DecisionRecords decisions,
            People people,
            Regions regions,
            BusinessTime time) {
        this.records = records;
        this.tables = tables;
        this.messages = messages;
        this.requesting = requesting;
        this.pools = pools;
        this.cases = cases;
        this.ends = ends;
        this.clocks = clocks;
        this.policies = policies;
        this.decisions = decisions;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /**
     * Checks the application against the record: the person lives and has an employee-scheme relation on the
     * transfer-out side. A retiree's application goes on, marked for the person who accepts it.
     *
     * @throws CaseRefusedException if there is nothing that could be moved
     */
    public void validate(CaseNumber number) {
        Transfer transfer = records.require(number);
        Person person = people.require(transfer.personId());
        if (person.diedOn() != null) {
            throw refusal(number, "登记显示参保人已于 " + person.diedOn() + " 死亡，不能办理转移");
        }
        if (pools.elsewhere(transfer.fromPool())) {
            cases.note(number, "validated", null, "转出地的登记不在本系统，由转出地核对", null);
            return;
        }
        boolean related = people.openEnrolment(person.id(), transfer.fromPool(), Scheme.EMPLOYEE)
                        .filter(enrolment -> !enrolment.from().isAfter(time.today()))
                        .isPresent()
                || people.months(person.id(), transfer.fromPool()).stream()
                        .anyMatch(month -> month.scheme() == Scheme.EMPLOYEE);
        if (!related) {
            throw refusal(number, regions.fullName(transfer.fromPool()) + "没有此人的职工基本医疗保险关系，没有可以转移的关系");
        }
        cases.note(number, "validated", null, "核对登记：转出地有可转移的职工医保关系", null);
        if (person.retiredInsured()) {
            cases.note(number, "retiree", null, "登记显示为退休参保人员：文件未规定能否转移，请受理人员判断", null);
        }
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

    /** Ends a case whose pools are one: the applicant learns that no transfer is needed. */
    public void closeAsNotNeeded(CaseNumber number) {
        Transfer transfer = records.require(number);
        cases.issueNotice(
                number,
                "noTransferNeeded",
                "无需办理转移接续告知书",
                regions.fullName(transfer.fromRegion()) + "与" + regions.fullName(transfer.toRegion()) + "同属"
                        + regions.fullName(transfer.toPool()) + "统筹区，医疗保险关系无需转移。请由用人单位或本人直接办理参保变更登记。",
                lastDecision(number).basis());
        ends.close(number, CaseState.NOT_NEEDED, "同一统筹区，无需转移");
    }

    /**
     * Asks the tables for the deadline, counted from the acceptance day, and starts the clock.
     *
     * @return whether the documents state one; if not, a person has to set it
     */
    public boolean decideDeadline(CaseNumber number) {
        Transfer transfer = records.require(number);
        TransferDeadline decision = ask(transfer, transfer.acceptedOn());
        decisions.keep(number.value(), decision.explanation());
        if (decision.outcome() == Outcome.REFER) {
            cases.note(number, "deadlineReferred", null, "受理日适用的文件没有规定办结时限，交主管人员确定", null);
            return false;
        }
        String basis = ProvisionReference.join(decision.basis());
        Clock clock = clocks.start(
                number, transfer.acceptedOn(), decision.workingDays(), TargetNature.LEGAL, ClockEntry.basedOn(basis));
        cases.note(
                number,
                "deadlineDecided",
                null,
                "办结时限 " + clock.target() + " 个工作日，至 " + dueDay(clock) + "；依据 " + basis,
                null);
        return true;
    }

    /** Asks the transfer-out side for the information table. */
    public void requestInformationTable(CaseNumber number) {
        Transfer transfer = records.require(number);
        Clock clock = clocks.of(number).orElseThrow().clock();
        clocks.beginLeg(number, Leg.TRANSFER_OUT, transfer.acceptedOn());
        requesting.request(transfer, clock, lastDecision(number).explanation());
        cases.note(number, "requested", null, "向转出地" + regions.fullName(transfer.fromPool()) + "请办信息表", null);
    }

    /**
     * Takes over the months that are not held here yet, opens the relation here if it is not open, tells the other side,
     * closes the case. Months that both sides hold count once; the letter and the history name them.
     */
    public void complete(CaseNumber number) {
        Transfer transfer = records.require(number);
        InformationTable table = tables.newest(number).orElseThrow();
        List<YearMonth> overlap = tables.alreadyHeld(transfer, table);
        int added = people.takeOverMonths(transfer.personId(), transfer.toPool(), table.months());
        LocalDate today = time.today();
        if (people.openEnrolment(transfer.personId(), transfer.toPool(), Scheme.EMPLOYEE)
                .isEmpty()) {
            people.enrol(
                    transfer.personId(),
                    transfer.toPool(),
                    Scheme.EMPLOYEE,
                    transfer.identity(),
                    firstFreeDay(transfer));
        }
        records.complete(number, today);
        messages.say(transfer, TransferMessages.COMPLETED, new TransferMessages.Completed(today));
        if (!overlap.isEmpty()) {
            cases.note(number, "overlap", null, "与转入地已有记录重复、不重复计算的月份：" + text(overlap), null);
        }
        cases.issueNotice(
                number,
                "transferCompleted",
                "转移接续办结告知书",
                "您的职工基本医疗保险关系已由" + regions.fullName(transfer.fromPool()) + "转入"
                        + regions.fullName(transfer.toPool()) + "。转出地信息表载明实际缴费 " + table.paidMonths() + " 个月、视同缴费 "
                        + table.deemedMonths() + " 个月，"
                        + (overlap.isEmpty()
                                ? "已全部记入。"
                                : "其中 " + text(overlap) + " 与转入地已有记录重复，不重复计算；本次记入 " + added + " 个月。"),
                List.of());
        ends.close(number, CaseState.COMPLETED, "转移完成，记入 " + added + " 个月");
    }

    /** Today, or the day after the last relation here ends, if that is later. */
    private LocalDate firstFreeDay(Transfer transfer) {
        LocalDate today = time.today();
        return people.enrolments(transfer.personId()).stream()
                .filter(e -> e.pool().equals(transfer.toPool()) && e.scheme() == Scheme.EMPLOYEE && !e.open())
                .map(e -> e.until().plusDays(1))
                .filter(day -> day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    private static String text(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining("、"));
    }

    /** Ends the case with the refusal that was decided, and tells the other side. */
    public void refuse(CaseNumber number) {
        Transfer transfer = records.require(number);
        String reason = transfer.refusalReason();
        tellOtherSide(transfer, new TransferMessages.Ended(reason));
        cases.issueNotice(
                number,
                "transferRefused",
                "不予办理告知书",
                "您的转移接续申请不予办理，原因：" + FreeText.withoutFullStop(reason) + "。",
                List.of());
        ends.close(number, CaseState.REFUSED, reason);
    }

    /** Ends the case because the applicant withdrew, and tells the other side. */
    public void withdraw(CaseNumber number) {
        Transfer transfer = records.require(number);
        tellOtherSide(transfer, TransferMessages.Ended.WITHDRAWN);
        cases.issueNotice(
                number,
                "transferWithdrawn",
                "撤回告知书",
                "已按您的要求撤回转移接续申请，您的医疗保险关系留在" + regions.fullName(transfer.fromPool()) + "。",
                List.of());
        ends.close(number, CaseState.WITHDRAWN, "申请人撤回");
    }

    /** The other side knows of the transfer from the request on, which leaves with the deadline. */
    private void tellOtherSide(Transfer transfer, TransferMessages.Ended ended) {
        if (clocks.of(transfer.caseNumber()).isPresent()) {
            messages.say(transfer, TransferMessages.CLOSED, ended);
        }
    }

    private RecordedDecision lastDecision(CaseNumber number) {
        List<RecordedDecision> kept = decisions.of(number.value());
        return kept.get(kept.size() - 1);
    }

    private TransferDeadline ask(Transfer transfer, LocalDate on) {
        return policies.transferDeadline(new TransferDeadlineQuestion(
                transfer.fromRegion().value(), transfer.toRegion().value(), on));
    }
}
