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
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.casework.attachments.Attachments;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.Silence;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.workflow.CaseTasks;

/** Shows staff the transfers of their own pools, each as it stands at one moment; another pool's does not exist for them. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ViewingTransfers {

    private static final int KILOBYTE = 1024;

    private final Access access;
    private final CaseTasks tasks;
    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final TakingBackMonths takingBack;
    private final TransferPools pools;
    private final TransferProcess process;
    private final ShowingTables showingTables;
    private final OtherSideStatements statements;
    private final TransferSettings settings;
    private final Objections objections;
    private final Attachments attachments;
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
            ApplicationRecords applications,
            TakingBackMonths takingBack,
            TransferPools pools,
            TransferProcess process,
            ShowingTables showingTables,
            OtherSideStatements statements,
            TransferSettings settings,
            Objections objections,
            Attachments attachments,
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
        this.applications = applications;
        this.takingBack = takingBack;
        this.pools = pools;
        this.process = process;
        this.showingTables = showingTables;
        this.statements = statements;
        this.settings = settings;
        this.objections = objections;
        this.attachments = attachments;
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
        CaseFile file = cases.requireIn(user.casePools(), number);
        Transfer transfer = records.require(number);
        Optional<Application> application = applications.find(number);
        Optional<ClockReading> clock = clocks.of(number).map(known -> known.read(time.today()));
        boolean objected = objections.open(number);
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
                clock.map(ClockReading::overdue).orElse(null),
                transfer.contactPhone(),
                lastDecision(number),
                showingTables.newest(file, transfer),
                EventView.of(cases.history(number), access::nameOf),
                cases.notices(number),
                transfer.fromScheme().name(),
                application.map(this::applicant).orElse(null),
                application
                        .map(Application::correctsCase)
                        .map(CaseNumber::value)
                        .orElse(null),
                applications.correcting(number).stream().map(CaseNumber::value).toList(),
                policies.cite(transfer.refusalBasis()),
                transfer.diedOn(),
                transfer.side() == Side.OUT ? List.of() : materials(transfer, application),
                shown(transfer, application),
                ObjectionView.of(objections.of(number), access::nameOf),
                takingBack.of(number).map(this::takenBack).orElse(null),
                statements.of(number).stream().map(this::said).toList(),
                WithdrawingTransfers.mayWithdraw(user, file) && !objected,
                mayTakePaper(user, file, transfer) && !objected,
                WithdrawingTransfers.mayWithdraw(user, file) && !objected,
                SettlingDeaths.mayReport(user, file) && transfer.diedOn() == null && !objected,
                ReopeningTransfers.mayReopen(user, file) && transfer.diedOn() == null,
                ReopeningTransfers.mayObject(user, file));
    }

    /** Whether the case waits for a table of an agency elsewhere, the first or one that answers questions. */
    private boolean mayTakePaper(CurrentUser user, CaseFile file, Transfer transfer) {
        return file.state() == CaseState.OPEN
                && transfer.side() == Side.IN
                && transfer.requested()
                && (user.has(Role.INTAKE, file.pool()) || user.has(Role.REVIEW, file.pool()))
                && pools.elsewhere(transfer.fromPool())
                && process.waits(TransferModel.INFORMATION_TABLE_RECEIVED, transfer);
    }

    private TransferView.MonthsTakenBack takenBack(TakenBack back) {
        return new TransferView.MonthsTakenBack(
                MonthList.text(back.months()),
                back.months().size(),
                back.balance(),
                back.reason(),
                access.nameOf(back.recordedBy()),
                back.doneOn());
    }

    private TransferView.OtherSide said(OtherSideStatement said) {
        return new TransferView.OtherSide(
                said.text(),
                said.completedOn(),
                said.reason(),
                access.nameOf(said.recordedBy()),
                said.recordedAt(),
                said.open(),
                said.open() ? "等待确认" : said.confirmed() ? "已确认" : said.decidedBy() == null ? "对方已发来消息，不用确认" : "已退回",
                said.decidedBy() == null ? null : access.nameOf(said.decidedBy()),
                said.answer());
    }

    private TransferView.Applicant applicant(Application application) {
        return new TransferView.Applicant(
                application.applicant().name(),
                application.applicant().title(),
                application.agentName(),
                application.agentIdentityMasked(),
                application.employerName(),
                regions.fullName(application.registeredAt()));
    }

    private List<TransferView.SeenMaterial> materials(Transfer transfer, Optional<Application> application) {
        ApplicantRole applicant = application.map(Application::applicant).orElse(ApplicantRole.SELF);
        List<String> seen = application.map(Application::materialsSeen).orElse(List.of());
        return settings.materials(transfer, applicant).stream()
                .map(material -> new TransferView.SeenMaterial(
                        material.code(),
                        material.title(),
                        material.required(),
                        seen.contains(material.code()),
                        material.largestMegabytes()))
                .toList();
    }

    private List<TransferView.ShownAttachment> shown(Transfer transfer, Optional<Application> application) {
        Map<String, String> titles = new HashMap<>();
        materials(transfer, application).forEach(material -> titles.put(material.code(), material.title()));
        return attachments.of(transfer.caseNumber()).stream()
                .map(attachment -> new TransferView.ShownAttachment(
                        attachment.id(),
                        titles.getOrDefault(attachment.material(), attachment.material()),
                        attachment.fileName(),
                        Math.max(1, attachment.sizeBytes() / KILOBYTE),
                        access.nameOf(attachment.addedBy()),
                        attachment.addedAt()))
                .toList();
    }

    /** Those of the cases that are sides of a transfer in the pools of the caller, by case number. */
    public Map<CaseNumber, Transfer> sides(Collection<CaseNumber> numbers) {
        Set<RegionCode> pools = access.current().casePools();
        return records.find(numbers).stream()
                .filter(transfer -> pools.contains(transfer.pool()))
                .collect(Collectors.toMap(Transfer::caseNumber, Function.identity()));
    }

    private TransferView.Decision lastDecision(CaseNumber number) {
        Optional<RecordedDecision> newest = decisions.newest(number.value(), DeadlineResults.FAMILY);
        if (newest.isEmpty()) {
            return null;
        }
        RecordedDecision last = newest.get();
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
}
