package org.yiban.transfer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;

/** The ends of a transfer-in other than its completion. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClosingTransfers {

    private final TransferRecords records;
    private final TransferMessages messages;
    private final TransferLetters letters;
    private final TransferEnds ends;
    private final Objections objections;
    private final DecisionRecords decisions;
    private final People people;
    private final Cases cases;

    ClosingTransfers(
            TransferRecords records,
            TransferMessages messages,
            TransferLetters letters,
            TransferEnds ends,
            Objections objections,
            DecisionRecords decisions,
            People people,
            Cases cases) {
        this.records = records;
        this.messages = messages;
        this.letters = letters;
        this.ends = ends;
        this.objections = objections;
        this.decisions = decisions;
        this.people = people;
        this.cases = cases;
    }

    /** Ends a case whose pools are one: the applicant learns that no transfer is needed, and what to do instead. */
    public void closeAsNotNeeded(CaseNumber number) {
        Transfer transfer = records.require(number);
        letters.notNeeded(
                transfer,
                people.require(transfer.personId()).name(),
                decisions
                        .newest(number.value(), DeadlineResults.FAMILY)
                        .orElseThrow()
                        .basis());
        ends.close(number, CaseState.NOT_NEEDED, "同一统筹区，无需转移");
    }

    /** Ends the case with the refusal that was decided, and tells the other side. */
    public void refuse(CaseNumber number) {
        Transfer transfer = records.require(number);
        tellOtherSide(transfer, TransferMessages.Ended.refused(transfer));
        letters.refused(transfer);
        ends.close(number, CaseState.REFUSED, transfer.refusalReason());
    }

    /** Ends the case because the applicant withdrew, and tells the other side. */
    public void withdraw(CaseNumber number) {
        Transfer transfer = records.require(number);
        tellOtherSide(transfer, TransferMessages.Ended.WITHDRAWN);
        letters.withdrawn(transfer);
        ends.close(number, CaseState.WITHDRAWN, "申请人撤回");
    }

    /** The person has died: nothing moves any more, and the other side learns so; the refund question comes next. */
    public void stopForDeath(CaseNumber number) {
        Transfer transfer = records.require(number);
        String reason = died(transfer);
        records.refuse(number, reason);
        tellOtherSide(transfer, new TransferMessages.Ended(reason));
        ends.stopClock(number);
        cases.note(number, "stoppedForDeath", null, reason + "，转移终止；请核对应否退费", null);
    }

    /** Closes the case after the refund question has been looked at. */
    public void closeForDeath(CaseNumber number) {
        Transfer transfer = records.require(number);
        letters.ended(transfer, transfer.diedOn());
        ends.close(number, CaseState.REFUSED, died(transfer) + "，转移终止");
    }

    private static String died(Transfer transfer) {
        return "参保人已于 " + transfer.diedOn() + " 死亡";
    }

    /** Tells what came of an objection; the case is closed as it was. */
    public void closeObjection(CaseNumber number) {
        Transfer transfer = records.require(number);
        Objection objection = objections.newest(number).orElseThrow();
        letters.objectionClosed(transfer, objection);
        ends.close(
                number,
                objection.stateBefore(),
                objection.outcomeBefore() + (objection.reopened() ? "；异议复核：另行更正" : "；异议复核：维持原决定"));
    }

    private void tellOtherSide(Transfer transfer, TransferMessages.Ended ended) {
        if (transfer.requested()) {
            messages.say(transfer, TransferMessages.CLOSED, ended);
        }
    }
}
