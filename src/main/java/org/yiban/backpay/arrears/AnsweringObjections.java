package org.yiban.backpay.arrears;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.casework.Objections;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;

/** What follows from the decision on an employer's objection. Each step joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AnsweringObjections {

    private final ArrearsRecords records;
    private final Objections objections;
    private final CollectionOrders collections;
    private final ArrearsLetters letters;
    private final ArrearsClocks clocks;
    private final Cases cases;

    AnsweringObjections(
            ArrearsRecords records,
            Objections objections,
            CollectionOrders collections,
            ArrearsLetters letters,
            ArrearsClocks clocks,
            Cases cases) {
        this.records = records;
        this.objections = objections;
        this.collections = collections;
        this.letters = letters;
        this.clocks = clocks;
        this.cases = cases;
    }

    /** Tells the employer that what was decided stands; a case that was closed is closed as it was. */
    public Upheld uphold(CaseNumber number) {
        ArrearsCase found = records.require(number);
        Objection objection = objections.newest(number).orElseThrow();
        letters.upheld(found, objection);
        if (objection.stateBefore() == CaseState.OPEN) {
            return new Upheld(false, !found.waiting());
        }
        String outcome = objection.outcomeBefore() + "；异议复核：维持原处理";
        cases.note(number, "closed", null, objection.stateBefore().title() + "：" + outcome, null);
        cases.close(number, objection.stateBefore(), outcome);
        clocks.stop(number);
        return new Upheld(true, false);
    }

    /**
     * Takes back what was decided, and tells the employer. The order of a notice is no longer waited for; what the tax
     * bureau said of it meanwhile counts towards what is owed.
     */
    public void recall(CaseNumber number) {
        ArrearsCase found = records.require(number);
        Objection objection = objections.newest(number).orElseThrow();
        if (found.waiting()) {
            records.waitsNoMore(number);
            collections.settle(found.orderKey(), CollectionState.EXPIRED, Cents.NONE, null, null);
        } else if (objection.stateBefore() == CaseState.OPEN) {
            CollectionOrder order = collections.require(found.orderKey());
            records.received(number, order.collected(), order.receivedOn());
        }
        records.stopped(number, null);
        letters.recalled(found, objection);
    }

    /**
     * What stands.
     *
     * @param closedBefore whether the case was closed before, and is again
     * @param heard whether the tax bureau has said meanwhile what became of the money
     */
    public record Upheld(boolean closedBefore, boolean heard) {}
}
