package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.duplicate.DuplicateTasks.Taken;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.PauseReason;
import org.yiban.workflow.CaseTasks;

/** The steps that people decide. Each saves the decision and completes its task in one transaction. */
@Component
public class DecidingDuplicates {

    private final DuplicateTasks tasks;
    private final CaseTasks engine;
    private final DuplicateRecords records;
    private final DerivingDuplicateFacts deriving;
    private final Settling settling;
    private final DuplicateLetters letters;
    private final DuplicateClocks clocks;
    private final RelationWords words;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final BusinessTime time;

    DecidingDuplicates(
            DuplicateTasks tasks,
            CaseTasks engine,
            DuplicateRecords records,
            DerivingDuplicateFacts deriving,
            Settling settling,
            DuplicateLetters letters,
            DuplicateClocks clocks,
            RelationWords words,
            Cases cases,
            FourEyes fourEyes,
            BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.deriving = deriving;
        this.settling = settling;
        this.letters = letters;
        this.clocks = clocks;
        this.words = words;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.time = time;
    }

    /**
     * The facts are clear: the tables decide.
     *
     * @param corrections what the record has wrong or does not know, each with a reason
     * @param wishKeep the relation that the person asked in writing to keep; {@code null} if they did not
     * @throws ProblemException naming the facts that are still open and what is wrong
     */
    @Transactional
    public void confirmFacts(String taskId, List<Correction> corrections, Which wishKeep, LocalDate wishStatedOn) {
        Taken taken = tasks.take(taskId, DuplicateModel.CHECK_FACTS, Role.REVIEW);
        DuplicateCase found = taken.found();
        Violations violations = new Violations();
        Wish wish = wishKeep == null ? found.wish() : violations.collect(() -> wish(wishKeep, wishStatedOn));
        KnownFacts facts = violations.collect(() -> deriving.correct(found, corrections, wish));
        violations.throwIfAny();
        records.save(found.with(wish).with(facts).stopped(null));
        cases.note(
                found.caseNumber(),
                "factsChecked",
                CasePart.ASSESS,
                "核对事实" + ShownFact.said(deriving.shown(found.facts()), deriving.shown(facts), corrections),
                taken.user().id());
        engine.complete(taken.task(), DuplicateModel.NOT_DUPLICATE, false);
    }

    private Wish wish(Which keep, LocalDate statedOn) {
        if (statedOn == null || statedOn.isAfter(time.today())) {
            throw ProblemException.invalid(
                    "wishStatedOn",
                    statedOn == null ? null : statedOn.toString(),
                    "登记了本人的选择的，填写书面申请的日期，不晚于今天（" + time.today() + "）");
        }
        return new Wish(keep, statedOn);
    }

    /** It is no duplicate, or no longer one. */
    @Transactional
    public void notDuplicate(String taskId, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.CHECK_FACTS, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        records.save(taken.found().stopped(why));
        cases.note(
                taken.found().caseNumber(),
                "notDuplicate",
                CasePart.ASSESS,
                "不属重复参保：" + why,
                taken.user().id());
        engine.complete(taken.task(), DuplicateModel.NOT_DUPLICATE, true);
    }

    /**
     * Proposes which relation stays and what becomes of the other one.
     *
     * @param ending {@code null} where the documents say it
     * @throws ProblemException naming everything that is missing or against the decision
     */
    @Transactional
    public void settle(String taskId, Which kept, Ending ending, LocalDate on, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.SETTLE, Role.REVIEW);
        Settlement settlement = settling.settle(taken.found(), kept, ending, on, reason);
        DuplicateCase settled = taken.found().with(settlement);
        records.save(settled);
        cases.note(
                settled.caseNumber(),
                "settlementProposed",
                CasePart.ASSESS,
                "拟保留" + words.of(settled.relation(kept)) + "，"
                        + settlement.ending().title() + "另一个（" + settlement.on() + "）：" + settlement.reason(),
                taken.user().id());
        engine.complete(
                taken.task(),
                Map.of(
                        DuplicateModel.PERSON_ASKED.name(),
                        false,
                        DuplicateModel.RETURNED.name(),
                        false,
                        DuplicateModel.ENDS_HERE.name(),
                        settled.endsHere()));
    }

    /** The person is asked which relation stays; the clock stands until they have said so. */
    @Transactional
    public void askPerson(String taskId, String what) {
        Taken taken = tasks.take(taskId, DuplicateModel.SETTLE, Role.REVIEW);
        String asked = FreeText.required("question", what);
        DuplicateCase found = taken.found();
        letters.choiceAsked(found, asked);
        clocks.pause(
                found.caseNumber(),
                PauseReason.CHOICE_TO_MAKE,
                ClockEntry.by(taken.user().id(), asked));
        cases.note(
                found.caseNumber(),
                "personAsked",
                CasePart.ASSESS,
                "请本人书面选择：" + asked,
                taken.user().id());
        engine.complete(
                taken.task(), Map.of(DuplicateModel.PERSON_ASKED.name(), true, DuplicateModel.RETURNED.name(), false));
    }

    /** The facts have to be checked again. */
    @Transactional
    public void returnSettlement(String taskId, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.SETTLE, Role.REVIEW);
        giveBack(taken, CasePart.ASSESS, reason, DuplicateModel.PERSON_ASKED.name());
    }

    /**
     * What the person chose in writing, or that they said nothing in time; the clock goes on, and it is decided again.
     *
     * @param keep {@code null} if they said nothing
     */
    @Transactional
    public void recordChoice(String taskId, Which keep, LocalDate statedOn, String note) {
        Taken taken = tasks.take(taskId, DuplicateModel.RECORD_CHOICE, Role.INTAKE);
        DuplicateCase found = taken.found();
        Violations violations = new Violations();
        String text = violations.collect(() -> FreeText.required("note", note));
        Wish wish = keep == null ? found.wish() : violations.collect(() -> wish(keep, statedOn));
        violations.throwIfAny();
        DuplicateCase chosen = found.with(wish);
        records.save(chosen.with(deriving.derive(chosen)));
        clocks.resume(found.caseNumber(), ClockEntry.by(taken.user().id(), text));
        cases.note(
                found.caseNumber(),
                keep == null ? "choiceMissing" : "choiceRecorded",
                CasePart.REGISTER,
                keep == null ? "本人没有作出选择：" + text : "本人书面选择保留" + words.of(found.relation(keep)) + "：" + text,
                taken.user().id());
        engine.complete(taken.task());
    }

    /** Approves what others proposed (审批). */
    @Transactional
    public void approve(String taskId) {
        Taken taken = tasks.take(taskId, DuplicateModel.APPROVE, Role.APPROVE);
        fourEyes.requireMayApprove(taken.found().caseNumber(), taken.user().id());
        cases.note(
                taken.found().caseNumber(),
                "approved",
                CasePart.APPROVE,
                "批准处理意见",
                taken.user().id());
        engine.complete(taken.task(), DuplicateModel.RETURNED, false);
    }

    /** Sends it back; who does so is an approver all the same. */
    @Transactional
    public void returnApproval(String taskId, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.APPROVE, Role.APPROVE);
        fourEyes.requireMayApprove(taken.found().caseNumber(), taken.user().id());
        giveBack(taken, CasePart.APPROVE, reason, null);
    }

    private void giveBack(Taken taken, CasePart part, String reason, String notBesides) {
        String why = FreeText.required("reason", reason);
        cases.note(
                taken.found().caseNumber(),
                "returned",
                part,
                "退回：" + why,
                taken.user().id());
        engine.complete(
                taken.task(),
                notBesides == null
                        ? Map.of(DuplicateModel.RETURNED.name(), true)
                        : Map.of(DuplicateModel.RETURNED.name(), true, notBesides, false));
    }
}
