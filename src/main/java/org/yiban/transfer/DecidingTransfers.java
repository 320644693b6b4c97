package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Reasons;
import org.yiban.sla.Clock;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.TargetNature;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** The steps of a transfer that people decide. Each saves the decision and completes its task in one transaction. */
@Component
public class DecidingTransfers {

    private static final int LARGEST_NUMBER_OF_DAYS = 999;
    private static final Role[] WITHDRAWING = {Role.INTAKE, Role.REVIEW};

    private final Access access;
    private final CaseTasks tasks;
    private final TransferRecords records;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final Clocks clocks;
    private final DecisionRecords decisions;
    private final People people;
    private final TransferProcess process;
    private final BusinessTime time;

    DecidingTransfers(
            Access access,
            CaseTasks tasks,
            TransferRecords records,
            Cases cases,
            FourEyes fourEyes,
            Clocks clocks,
            DecisionRecords decisions,
            People people,
            TransferProcess process,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.clocks = clocks;
        this.decisions = decisions;
        this.people = people;
        this.process = process;
        this.time = time;
    }

    /**
     * Accepts an application on a day, or refuses it with a reason (受理).
     *
     * @param acceptedOn not before the application, not in the future; not used for a refusal
     */
    @Transactional
    public void decideAcceptance(String taskId, boolean accepted, LocalDate acceptedOn, String reason) {
        CaseTask task = take(taskId, TransferModel.ACCEPT_APPLICATION);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = access.require(transfer.pool(), Role.REVIEW);
        if (accepted) {
            checkAcceptedOn(acceptedOn, transfer);
            records.accept(task.caseNumber(), acceptedOn);
            cases.note(task.caseNumber(), "accepted", CasePart.ASSESS, "受理，受理日 " + acceptedOn, user.id());
        } else {
            String why = FreeText.required("reason", reason);
            cases.note(task.caseNumber(), "notAccepted", CasePart.ASSESS, "不予受理：" + why, user.id());
            records.refuse(task.caseNumber(), why);
        }
        tasks.complete(task, TransferModel.APPLICATION_ACCEPTED, accepted);
    }

    private void checkAcceptedOn(LocalDate day, Transfer transfer) {
        Violations violations = new Violations();
        if (day == null) {
            violations.add("acceptedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (day.isAfter(time.today())) {
            violations.add("acceptedOn", day.toString(), "不能晚于今天（" + time.today() + "）");
        } else if (day.isBefore(people.require(transfer.personId()).bornOn())) {
            violations.add("acceptedOn", day.toString(), "不能早于出生日期");
        } else if (day.isBefore(transfer.appliedOn())) {
            violations.add("acceptedOn", day.toString(), "不能早于申请日期（" + transfer.appliedOn() + "）");
        }
        violations.throwIfAny();
    }

    /** A supervisor sets the deadline that no document states, with reason and own basis. */
    @Transactional
    public void setDeadline(String taskId, Integer workingDays, String reason, String basis) {
        CaseTask task = take(taskId, TransferModel.SET_DEADLINE);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = access.require(transfer.pool(), Role.SUPERVISE);
        Violations violations = new Violations();
        if (workingDays == null || workingDays < 1 || workingDays > LARGEST_NUMBER_OF_DAYS) {
            violations.add(
                    "workingDays",
                    workingDays == null ? null : workingDays.toString(),
                    "应为 1 到 " + LARGEST_NUMBER_OF_DAYS + " 个工作日");
        }
        String why = violations.collect(() -> FreeText.required("reason", reason));
        String ownBasis = violations.collect(() -> FreeText.required("basis", basis));
        violations.throwIfAny();
        Clock clock = clocks.start(
                task.caseNumber(),
                transfer.acceptedOn(),
                workingDays,
                TargetNature.SET,
                new ClockEntry(why, ownBasis, user.id(), null));
        cases.note(
                task.caseNumber(),
                "deadlineSet",
                CasePart.ASSESS,
                "确定办结时限 " + workingDays + " 个工作日，至 " + TransferringIn.dueDay(clock) + "；理由：" + why + "；依据：" + ownBasis,
                user.id());
        decisions.keep(
                task.caseNumber().value(),
                setByPerson(transfer, clock, "主管确定 " + workingDays + " 个工作日；理由：" + why + "；依据：" + ownBasis));
        tasks.complete(task);
    }

    /** What a person decides where the documents are silent stands beside the tables' decisions, on the agency's basis. */
    private static Explanation setByPerson(Transfer transfer, Clock clock, String text) {
        return new Explanation(
                "transfer-deadline",
                transfer.acceptedOn(),
                Map.of(
                        "fromRegion", transfer.fromRegion().value(),
                        "toRegion", transfer.toRegion().value(),
                        "acceptedOn", transfer.acceptedOn().toString()),
                null,
                null,
                null,
                null,
                text,
                Map.of(
                        "outcome", Outcome.DECIDED.name(),
                        "workingDays", clock.target(),
                        "dueOn", clock.dueOn().toString(),
                        "provisional", clock.provisionalUntil(clock.dueOn()),
                        "basis", "AGENCY"),
                Reasons.NONE,
                null);
    }

    /** An approver who has not handled the case before verifies the information table, or refuses (four eyes). */
    @Transactional
    public void decideVerification(String taskId, boolean verified, String reason) {
        CaseTask task = take(taskId, TransferModel.VERIFY_INFORMATION_TABLE);
        CaseNumber number = task.caseNumber();
        CurrentUser user = access.require(records.require(number).pool(), Role.APPROVE);
        fourEyes.requireMayApprove(number, user.id());
        if (verified) {
            requireAlive(records.require(number));
            cases.note(number, "verified", CasePart.APPROVE, "核验信息表并批准转入", user.id());
        } else {
            String why = FreeText.required("reason", reason);
            cases.note(number, "notVerified", CasePart.APPROVE, "不予批准：" + why, user.id());
            records.refuse(number, why);
        }
        tasks.complete(task, TransferModel.TRANSFER_VERIFIED, verified);
    }

    private void requireAlive(Transfer transfer) {
        LocalDate diedOn = people.require(transfer.personId()).diedOn();
        if (diedOn != null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "登记显示参保人已于 " + diedOn + " 死亡，不能批准转入；请不予批准并说明");
        }
    }

    /** Ends an open transfer-in because the applicant withdrew, with what they said. */
    @Transactional
    public void withdraw(CaseNumber number, String reason) {
        CurrentUser user = access.current();
        Transfer transfer = cases.find(number)
                .filter(file -> user.casePools().contains(file.pool()))
                .map(file -> records.require(number))
                .orElseThrow(() -> Cases.unknown(number));
        access.require(transfer.pool(), WITHDRAWING);
        String why = FreeText.required("reason", reason);
        cases.lock(number);
        if (transfer.side() == Side.OUT) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", number.value(), "转出地不能代为撤回；由申请人向转入地撤回，或在待办中不予转出");
        }
        if (cases.require(number).state() != CaseState.OPEN) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "案件已经办结，不能撤回");
        }
        cases.note(number, "withdrawn", null, "申请人撤回：" + why, user.id());
        if (!process.tell(TransferModel.WITHDRAWN, transfer)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "案件正在办结，不能撤回");
        }
    }

    /** Whether a person may {@link #withdraw} a case. */
    static boolean mayWithdraw(CurrentUser user, CaseFile file) {
        return file.kind() == CaseKind.TRANSFER_IN
                && file.state() == CaseState.OPEN
                && Arrays.stream(WITHDRAWING).anyMatch(role -> user.has(role, file.pool()));
    }

    /** The open task, with its case locked against everybody else who would decide on it now. */
    private CaseTask take(String taskId, String definitionKey) {
        cases.lock(tasks.require(taskId, definitionKey).caseNumber());
        return tasks.require(taskId, definitionKey);
    }
}
