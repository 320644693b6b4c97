package org.yiban.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violations;
import org.yiban.person.People;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.workflow.CaseTasks.CaseTask;

/** Accepting applications: materials are looked at, asked for where they are missing, and the day is fixed (受理、补正). */
@Component
public class AcceptingTransfers {

    private final Access access;
    private final TransferTasks tasks;
    private final TransferRecords records;
    private final ApplicationRecords applications;
    private final TransferSettings settings;
    private final RefusalGrounds grounds;
    private final TransferLetters letters;
    private final Cases cases;
    private final Clocks clocks;
    private final People people;
    private final BusinessTime time;

    AcceptingTransfers(
            Access access,
            TransferTasks tasks,
            TransferRecords records,
            ApplicationRecords applications,
            TransferSettings settings,
            RefusalGrounds grounds,
            TransferLetters letters,
            Cases cases,
            Clocks clocks,
            People people,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.applications = applications;
        this.settings = settings;
        this.grounds = grounds;
        this.letters = letters;
        this.cases = cases;
        this.clocks = clocks;
        this.people = people;
        this.time = time;
    }

    /**
     * Accepts an application on a day (受理).
     *
     * @param acceptedOn not before the application or the reopening, not in the future
     * @param materials codes of the materials that were seen; all that are required must be among them
     */
    @Transactional
    public void accept(String taskId, LocalDate acceptedOn, List<String> materials) {
        CaseTask task = tasks.take(taskId, TransferModel.ACCEPT_APPLICATION);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = access.require(transfer.pool(), Role.REVIEW);
        Violations violations = new Violations();
        checkAcceptedOn(violations, acceptedOn, transfer);
        List<String> seen = seen(violations, transfer, materials);
        violations.throwIfAny();
        records.accept(task.caseNumber(), acceptedOn);
        applications.seen(task.caseNumber(), seen);
        cases.note(task.caseNumber(), "accepted", CasePart.ASSESS, "材料齐全，受理，受理日 " + acceptedOn, user.id());
        complete(task, false, false);
    }

    private void complete(CaseTask task, boolean supplement, boolean refused) {
        tasks.complete(
                task,
                Map.of(
                        TransferModel.SUPPLEMENT_NEEDED.name(),
                        supplement,
                        TransferModel.APPLICATION_REFUSED.name(),
                        refused));
    }

    private void checkAcceptedOn(Violations violations, LocalDate day, Transfer transfer) {
        if (day == null) {
            violations.add("acceptedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (day.isAfter(time.today())) {
            violations.add("acceptedOn", day.toString(), "不能晚于今天（" + time.today() + "）");
        } else if (day.isBefore(people.require(transfer.personId()).bornOn())) {
            violations.add("acceptedOn", day.toString(), "不能早于出生日期");
        } else if (day.isBefore(transfer.appliedOn())) {
            violations.add("acceptedOn", day.toString(), "不能早于申请日期（" + transfer.appliedOn() + "）");
        } else if (transfer.reopenedAt() != null
                && day.isBefore(transfer.reopenedAt().toLocalDate())) {
            violations.add(
                    "acceptedOn",
                    day.toString(),
                    "不能早于重新打开的日期（" + transfer.reopenedAt().toLocalDate() + "）");
        }
    }

    private List<String> seen(Violations violations, Transfer transfer, List<String> stated) {
        List<Material> needed = settings.materials(transfer, applications.applicant(transfer.caseNumber()));
        List<String> codes = stated == null ? List.of() : stated;
        List<String> known = needed.stream().map(Material::code).toList();
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> violations.add("materials", code, "没有这种材料；可选：" + String.join("、", known)));
        needed.stream()
                .filter(material -> material.required() && !codes.contains(material.code()))
                .forEach(missing -> violations.add("materials", missing.code(), "还没有看到必需的材料：" + missing.title()));
        return codes;
    }

    /** Refuses to accept an application, with a reason and the provisions that it rests on. */
    @Transactional
    public void refuse(String taskId, String reason, List<String> basis) {
        CaseTask task = tasks.take(taskId, TransferModel.ACCEPT_APPLICATION);
        CurrentUser user = access.require(records.require(task.caseNumber()).pool(), Role.REVIEW);
        Refusal refusal = grounds.read(reason, basis);
        cases.note(task.caseNumber(), "notAccepted", CasePart.ASSESS, "不予受理：" + grounds.inShort(refusal), user.id());
        records.refuse(task.caseNumber(), refusal);
        complete(task, false, true);
    }

    /** Materials are missing before the application is accepted: no time limit runs yet. */
    @Transactional
    public void askForSupplement(String taskId, String what) {
        CaseTask task = tasks.take(taskId, TransferModel.ACCEPT_APPLICATION);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = access.require(transfer.pool(), Role.REVIEW);
        ask(transfer, FreeText.required("supplement", what), user);
        complete(task, true, false);
    }

    /** Materials turn out to be missing after the acceptance: the clock stands until they come (补正). */
    void askLater(Transfer transfer, String missing, CurrentUser user) {
        clocks.pause(transfer.caseNumber(), PauseReason.APPLICANT_SUPPLEMENT, ClockEntry.by(user.id(), missing));
        ask(transfer, missing, user);
    }

    private void ask(Transfer transfer, String missing, CurrentUser user) {
        letters.supplement(transfer, missing);
        cases.note(transfer.caseNumber(), "supplementAsked", CasePart.ASSESS, "请申请人补正：" + missing, user.id());
    }

    /** What was asked for came, or did not come in time; a clock that stood goes on. */
    @Transactional
    public void recordSupplement(String taskId, boolean received, String note) {
        CaseTask task = tasks.take(taskId, TransferModel.RECORD_SUPPLEMENT, TransferModel.RECORD_LATER_SUPPLEMENT);
        CaseNumber number = task.caseNumber();
        CurrentUser user = access.require(records.require(number).pool(), Role.INTAKE);
        String text = FreeText.required("note", note);
        if (task.definitionKey().equals(TransferModel.RECORD_LATER_SUPPLEMENT)) {
            clocks.resume(number, ClockEntry.by(user.id(), text));
        }
        cases.note(
                number,
                received ? "supplementReceived" : "supplementMissing",
                CasePart.REGISTER,
                (received ? "收到补正材料：" : "没有收到补正材料：") + text,
                user.id());
        if (!received) {
            records.refuse(number, new Refusal("没有补正所需的材料：" + text, List.of(new ProvisionReference("AGENCY"))));
        }
        tasks.complete(task, Map.of(TransferModel.SUPPLEMENT_RECEIVED.name(), received));
    }
}
