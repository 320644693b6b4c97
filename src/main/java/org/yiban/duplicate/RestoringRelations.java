package org.yiban.duplicate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.duplicate.DuplicateTasks.Taken;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.workflow.CaseTasks;

/**
 * A relation here was ended or suspended because another pool asked for it, and that pool takes its decision back: staff here
 * look at it, another person approves, and the same relation goes on.
 */
@Component
public class RestoringRelations {

    private final DuplicateTasks tasks;
    private final CaseTasks engine;
    private final DuplicateRecords records;
    private final DuplicateProcess process;
    private final DuplicateMessages messages;
    private final DuplicateLetters letters;
    private final CarryingOut carryingOut;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final Regions regions;
    private final BusinessTime time;

    RestoringRelations(
            DuplicateTasks tasks,
            CaseTasks engine,
            DuplicateRecords records,
            DuplicateProcess process,
            DuplicateMessages messages,
            DuplicateLetters letters,
            CarryingOut carryingOut,
            Cases cases,
            FourEyes fourEyes,
            Regions regions,
            BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.process = process;
        this.messages = messages;
        this.letters = letters;
        this.carryingOut = carryingOut;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.regions = regions;
        this.time = time;
    }

    /** The other pool withdraws its request: what was done here is looked at, a case that is still open ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdrawn(UUID conversation, RegionCode pool, String reason) {
        records.find(conversation, pool).filter(DuplicateCase::counterpart).ifPresent(known -> {
            cases.lock(known.caseNumber());
            DuplicateCase found = records.require(known.caseNumber());
            String why = FreeText.withoutFullStop(reason);
            cases.note(
                    found.caseNumber(),
                    "endingWithdrawn",
                    null,
                    regions.fullName(found.second().pool()) + "撤销了处理本地关系的请求：" + why,
                    null);
            if (cases.require(found.caseNumber()).state() == CaseState.OPEN) {
                records.save(found.stopped(why));
                process.endWithdrawn(found.caseNumber(), pool);
            } else if (found.applied()) {
                process.startRestoration(found.caseNumber(), pool);
            }
        });
    }

    /** Proposes to let the relation go on, or says why not. */
    @Transactional
    public void check(String taskId, boolean restore, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.CHECK_RESTORATION, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        cases.note(
                taken.found().caseNumber(),
                restore ? "restorationProposed" : "restorationRefused",
                CasePart.ASSESS,
                (restore ? "报批恢复参保关系：" : "不恢复参保关系：") + why,
                taken.user().id());
        if (!restore) {
            messages.restored(taken.found(), false, time.today(), why);
        }
        engine.complete(taken.task(), Map.of(DuplicateModel.RESTORATION_REFUSED.name(), !restore));
    }

    /** Lets the relation go on as the same enrolment, and tells the person and the other pool. */
    @Transactional
    public void approve(String taskId) {
        Taken taken = take(taskId);
        DuplicateCase found = taken.found();
        cases.note(
                found.caseNumber(),
                "restorationApproved",
                CasePart.APPROVE,
                "批准恢复参保关系",
                taken.user().id());
        DuplicateCase restored = carryingOut.undo(found);
        records.save(restored);
        letters.restored(restored);
        messages.restored(restored, true, time.today(), "已恢复本地的参保关系");
        engine.complete(taken.task(), DuplicateModel.RESTORATION_RETURNED, false);
    }

    /** Sends the proposal back. */
    @Transactional
    public void giveBack(String taskId, String reason) {
        Taken taken = take(taskId);
        String why = FreeText.required("reason", reason);
        cases.note(
                taken.found().caseNumber(),
                "restorationReturned",
                CasePart.APPROVE,
                "退回：" + why,
                taken.user().id());
        engine.complete(taken.task(), DuplicateModel.RESTORATION_RETURNED, true);
    }

    private Taken take(String taskId) {
        Taken taken = tasks.take(taskId, DuplicateModel.APPROVE_RESTORATION, Role.APPROVE);
        fourEyes.requireMayApprove(taken.found().caseNumber(), taken.user().id());
        return taken;
    }
}
