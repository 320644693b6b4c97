package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.People;
import org.yiban.person.PeopleImported;
import org.yiban.person.Person;
import org.yiban.workflow.CaseTasks.CaseTask;

/** Transfers of people who die meanwhile: they end, and whether something is to be refunded is looked at. */
@Component
public class SettlingDeaths {

    private static final Role[] REPORTING = {Role.INTAKE, Role.REVIEW, Role.APPROVE, Role.SUPERVISE};

    private final CasesAtHand atHand;
    private final Access access;
    private final TransferTasks tasks;
    private final TransferRecords records;
    private final Cases cases;
    private final Objections objections;
    private final People people;
    private final TransferProcess process;
    private final BusinessTime time;

    SettlingDeaths(
            CasesAtHand atHand,
            Access access,
            TransferTasks tasks,
            TransferRecords records,
            Cases cases,
            Objections objections,
            People people,
            TransferProcess process,
            BusinessTime time) {
        this.atHand = atHand;
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.cases = cases;
        this.objections = objections;
        this.people = people;
        this.process = process;
        this.time = time;
    }

    /**
     * Ends an open transfer-in because the person has died, as staff learnt.
     *
     * @param diedOn not before birth, not in the future; as on record, if the record has it
     */
    @Transactional
    public void report(CaseNumber number, LocalDate diedOn, String source) {
        CasesAtHand.Taken taken = atHand.takeOpen(number, "由转入地终止转移；转出地可在待办中不予转出", REPORTING);
        Violations violations = new Violations();
        String from = violations.collect(() -> FreeText.required("source", source));
        check(violations, diedOn, people.require(taken.transfer().personId()));
        violations.throwIfAny();
        cases.note(
                number,
                "deathReported",
                CasePart.ASSESS,
                "登记参保人于 " + diedOn + " 死亡，来源：" + from,
                taken.user().id());
        if (!end(taken.transfer(), diedOn)) {
            throw CasesAtHand.conflict(number, "案件正在办结，不能终止");
        }
    }

    private void check(Violations violations, LocalDate diedOn, Person person) {
        if (diedOn == null) {
            violations.add("diedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (diedOn.isAfter(time.today()) || diedOn.isBefore(person.bornOn())) {
            violations.add("diedOn", diedOn.toString(), "应在出生日期至今天（" + time.today() + "）之间");
        } else if (person.diedOn() != null && !person.diedOn().equals(diedOn)) {
            violations.add("diedOn", diedOn.toString(), "与登记的死亡日期（" + person.diedOn() + "）不符");
        }
    }

    /** The record may now say of somebody that they have died. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PeopleImported imported) {
        List<Transfer> open = records.open(Side.IN);
        Map<Long, Person> applicants =
                people.people(open.stream().map(Transfer::personId).toList());
        open.stream()
                .filter(transfer -> transfer.diedOn() == null
                        && applicants.get(transfer.personId()).diedOn() != null)
                .forEach(transfer -> endByRecord(transfer.caseNumber()));
    }

    /** Ends an open transfer-in if the record says that the person has died; does nothing else. */
    void endByRecord(CaseNumber number) {
        cases.lock(number);
        Transfer transfer = records.require(number);
        LocalDate diedOn = people.require(transfer.personId()).diedOn();
        if (diedOn == null || cases.require(number).state() != CaseState.OPEN || objections.open(number)) {
            return;
        }
        cases.note(number, "deathOnRecord", null, "登记显示参保人已于 " + diedOn + " 死亡", null);
        end(transfer, diedOn);
    }

    private boolean end(Transfer transfer, LocalDate diedOn) {
        records.died(transfer.caseNumber(), diedOn);
        return process.tell(TransferModel.PERSON_DIED, transfer);
    }

    /**
     * What came of looking at whether something is to be refunded.
     *
     * @param refundCase number of the refund that was asked for; {@code null} if there is none
     * @param note what was found, never blank
     */
    @Transactional
    public void settle(String taskId, String refundCase, String note) {
        CaseTask task = tasks.take(taskId, TransferModel.SETTLE_REFUND_QUESTION);
        Transfer transfer = records.require(task.caseNumber());
        CurrentUser user = access.require(transfer.pool(), Role.INTAKE);
        Violations violations = new Violations();
        String text = violations.collect(() -> FreeText.required("note", note));
        CaseNumber refund = refundCase == null || refundCase.isBlank()
                ? null
                : violations.collect(() -> refundOf(refundCase.strip(), transfer));
        violations.throwIfAny();
        cases.note(
                task.caseNumber(),
                "refundQuestionSettled",
                CasePart.REGISTER,
                (refund == null ? "核对应否退费，不需退费：" : "核对应否退费，已登记退费 " + refund + "：") + text,
                user.id());
        tasks.complete(task, Map.of());
    }

    private CaseNumber refundOf(String text, Transfer transfer) {
        CaseNumber number = new CaseNumber(text);
        return cases.find(number)
                .filter(file -> file.kind() == CaseKind.REFUND && file.personId() == transfer.personId())
                .map(CaseFile::number)
                .orElseThrow(
                        () -> ProblemException.invalid("refundCase", text, "没有此人的这件退费；应为退费案号，如 TF371500-2026-000001"));
    }

    /** Whether a person may {@link #report} a death. */
    static boolean mayReport(CurrentUser user, CaseFile file) {
        return file.kind() == CaseKind.TRANSFER_IN
                && file.state() == CaseState.OPEN
                && Arrays.stream(REPORTING).anyMatch(role -> user.has(role, file.pool()));
    }
}
