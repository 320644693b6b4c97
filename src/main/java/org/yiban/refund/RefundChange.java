package org.yiban.refund;

import java.math.BigDecimal;
import java.util.List;
import org.yiban.refund.facts.RefundFacts;

/** A refund with some of its values replaced. */
final class RefundChange {

    private final Refund before;
    private RefundPayee payee;
    private RefundFacts facts;
    private List<String> evidenceSeen;
    private RefundRuling ruling;
    private BigDecimal recovered;
    private BigDecimal deducted;
    private int collections;
    private String stopReason;
    private int round;
    private boolean open;

    RefundChange(Refund before) {
        this.before = before;
        this.payee = before.payee();
        this.facts = before.facts();
        this.evidenceSeen = before.evidenceSeen();
        this.ruling = before.ruling();
        this.recovered = before.recovered();
        this.deducted = before.deducted();
        this.collections = before.collections();
        this.stopReason = before.stopReason();
        this.round = before.round();
        this.open = before.open();
    }

    RefundChange payee(RefundPayee value) {
        payee = value;
        return this;
    }

    RefundChange facts(RefundFacts value) {
        facts = value;
        return this;
    }

    RefundChange evidenceSeen(List<String> value) {
        evidenceSeen = List.copyOf(value);
        return this;
    }

    RefundChange ruling(RefundRuling value) {
        ruling = value;
        return this;
    }

    RefundChange recovered(BigDecimal value) {
        recovered = value;
        return this;
    }

    RefundChange deducted(BigDecimal value) {
        deducted = value;
        return this;
    }

    RefundChange collections(int value) {
        collections = value;
        return this;
    }

    RefundChange stopReason(String value) {
        stopReason = value;
        return this;
    }

    RefundChange closed() {
        open = false;
        return this;
    }

    /** The case is open again, and all that was decided holds on. */
    RefundChange reopened() {
        open = true;
        return this;
    }

    /** The decision is open again: nothing of what was decided before holds on, the facts stay. */
    RefundChange nextRound() {
        ruling = null;
        stopReason = null;
        recovered = BigDecimal.ZERO;
        deducted = BigDecimal.ZERO;
        round = before.round() + 1;
        open = true;
        return this;
    }

    Refund done() {
        return new Refund(
                before.caseNumber(),
                before.pool(),
                before.personId(),
                before.paymentId(),
                before.reason(),
                before.requestedOn(),
                before.eventOn(),
                before.eventUntil(),
                before.claimedFrom(),
                before.claimedTo(),
                before.claimedAmount(),
                before.payeeIs(),
                payee,
                before.contactPhone(),
                facts,
                evidenceSeen,
                ruling,
                recovered,
                deducted,
                collections,
                stopReason,
                round,
                before.releaseFile(),
                before.releasedAmount(),
                open);
    }
}
