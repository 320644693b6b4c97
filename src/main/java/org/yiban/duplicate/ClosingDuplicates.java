package org.yiban.duplicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** The ends of these cases. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClosingDuplicates {

    private final DuplicateRecords records;
    private final DuplicateLetters letters;
    private final DuplicateMessages messages;
    private final CarryingOut carryingOut;
    private final Objections objections;
    private final DuplicateClocks clocks;
    private final Cases cases;
    private final BusinessTime time;

    ClosingDuplicates(
            DuplicateRecords records,
            DuplicateLetters letters,
            DuplicateMessages messages,
            CarryingOut carryingOut,
            Objections objections,
            DuplicateClocks clocks,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.letters = letters;
        this.messages = messages;
        this.carryingOut = carryingOut;
        this.objections = objections;
        this.clocks = clocks;
        this.cases = cases;
        this.time = time;
    }

    /** Tells the person what was done, and the other pool that asked for it, and closes the case. */
    public void complete(CaseNumber number) {
        DuplicateCase found = records.require(number);
        letters.settled(found, carryingOut.benefits(found));
        String done = found.settlement().ending().title() + "一个关系，保留另一个";
        if (found.counterpart()) {
            messages.answer(
                    found, true, time.today(), "已" + found.settlement().ending().title() + "本地的参保关系");
        }
        close(found, CaseState.COMPLETED, done);
    }

    /** Tells the person that nothing stands twice; benefits are paid again. */
    public void closeNotDuplicate(CaseNumber number) {
        DuplicateCase found = records.require(number);
        letters.notDuplicate(found, carryingOut.restore(found.with((Settlement) null)));
        close(found, CaseState.NOT_NEEDED, "不属重复参保：" + found.stopReason());
    }

    /** Tells the other pool why nothing was done. */
    public void decline(CaseNumber number) {
        DuplicateCase asked = records.require(number);
        messages.answer(asked, false, time.today(), asked.stopReason());
        close(asked, CaseState.REFUSED, "不同意对方的请求：" + asked.stopReason());
    }

    /** The other pool has withdrawn what it asked for before anything was done here: there is nothing left to do. */
    public void withdrawn(CaseNumber number) {
        DuplicateCase asked = records.require(number);
        close(asked, CaseState.WITHDRAWN, "对方撤销了请求，本地的参保关系不作处理：" + asked.stopReason());
    }

    /** Tells the person that the decision stands; the case is closed as it was. */
    public void uphold(CaseNumber number) {
        DuplicateCase found = records.require(number);
        Objection objection = objections.newest(number).orElseThrow();
        letters.upheld(found, objection);
        close(found, objection.stateBefore(), objection.outcomeBefore() + "；异议复核：维持原决定");
    }

    private void close(DuplicateCase found, CaseState state, String outcome) {
        CaseNumber number = found.caseNumber();
        cases.note(number, "closed", null, state.title() + "：" + outcome, null);
        cases.close(number, state, outcome);
        clocks.stop(number);
        records.open(number, false);
    }
}
