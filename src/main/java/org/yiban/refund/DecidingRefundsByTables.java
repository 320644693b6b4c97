package org.yiban.refund;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.Answer;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.refund.facts.DerivingFacts;
import org.yiban.refund.facts.RefundFacts;

/** The steps of a refund that facts and tables decide. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DecidingRefundsByTables {

    private final RefundRecords records;
    private final DerivingFacts deriving;
    private final AskingRefundTables tables;
    private final PreviewingRefunds previewing;
    private final RefundShares shares;
    private final RefundedRelations relations;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final Cases cases;

    DecidingRefundsByTables(
            RefundRecords records,
            DerivingFacts deriving,
            AskingRefundTables tables,
            PreviewingRefunds previewing,
            RefundShares shares,
            RefundedRelations relations,
            DecisionRecords decisions,
            DecisionWords words,
            Cases cases) {
        this.records = records;
        this.deriving = deriving;
        this.tables = tables;
        this.previewing = previewing;
        this.shares = shares;
        this.relations = relations;
        this.decisions = decisions;
        this.words = words;
        this.cases = cases;
    }

    /**
     * Finds the facts on record.
     *
     * @return whether people have to look at the case: always, unless it was released with its file and still comes to what
     *     was released
     */
    public boolean deriveFacts(CaseNumber number) {
        Refund refund = records.require(number);
        RefundFacts facts = deriving.derive(
                records.claim(refund), records.personRecord(refund).orElseGet(() -> deriving.read(refund.personId())));
        records.save(refund.change().facts(facts).done());
        if (refund.releasedAmount() == null) {
            return true;
        }
        RefundPreview now = previewing.of(records.claim(refund), facts);
        boolean asReleased = now.outcome() == Outcome.ELIGIBLE
                && now.amount() != null
                && now.amount().compareTo(refund.releasedAmount()) == 0;
        if (!asReleased) {
            cases.note(number, "releaseVoid", null, "按现在的登记得出的结果与放行时所示不同，转人工办理", null);
        }
        return !asReleased;
    }

    /** Asks the tables whether the payment is given back; keeps what they say. */
    public Outcome decideEligibility(CaseNumber number) {
        Refund refund = records.require(number);
        Answer answer = tables.eligibility(refund.facts());
        decisions.keep(number.value(), answer.explanation());
        if (refund.releasedAmount() == null) {
            cases.note(number, "eligibilityDecided", null, words.inShort(answer.explanation()), null);
        }
        return decided(refund, answer.outcome(), answer.results());
    }

    /** Goes on by what a senior decided in the tables' place. */
    public Outcome adoptSeniorDecision(CaseNumber number) {
        Refund refund = records.require(number);
        Explanation decision = decisions
                .newest(number.value(), AskingRefundTables.ELIGIBILITY)
                .orElseThrow()
                .explanation();
        Outcome outcome = Outcome.valueOf((String) decision.results().get(Result.OUTCOME));
        return decided(refund, outcome, decision.results());
    }

    private Outcome decided(Refund refund, Outcome outcome, Map<String, Object> results) {
        if (outcome != Outcome.ELIGIBLE) {
            records.save(refund.change().ruling(null).done());
            return outcome;
        }
        RefundRuling ruling = relations.asTheyStand(
                AskingRefundTables.uncounted(results),
                records.payment(refund),
                records.allPayments(refund),
                refund.caseNumber());
        RefundFacts facts = deriving.forScope(records.claim(refund), refund.facts(), ruling.scope());
        records.save(refund.change().ruling(ruling).facts(facts).done());
        return outcome;
    }

    /**
     * Counts what is given back, keeps how, and claims its months. Where facts are open on which the amount depends, whoever
     * assesses the refund has to state them.
     *
     * @throws org.yiban.kernel.ProblemException CONFLICT naming the months that other cases claim or gave back
     */
    public RefundResult calculate(CaseNumber number) {
        Refund refund = records.require(number);
        if (!refund.facts().asked().isEmpty()) {
            cases.note(number, "amountOpen", null, "登记缺少计算金额所需的事实，由核定人员补充", null);
            return RefundResult.of(refund);
        }
        return RefundResult.of(count(refund));
    }

    /** Counts a refund on its facts, which must be complete. */
    Refund count(Refund refund) {
        CaseNumber number = refund.caseNumber();
        Answer answer = tables.amount(refund.facts(), refund.ruling().scope());
        decisions.keep(number.value(), answer.explanation());
        RefundRuling ruling = AskingRefundTables.counted(refund.ruling(), answer);
        Refund counted = refund.change().ruling(ruling).done();
        String nothing = shares.claim(counted) ? null : nothing(counted);
        Refund done = counted.change().stopReason(nothing).done();
        records.save(done);
        if (refund.releasedAmount() == null) {
            cases.note(number, "amountDecided", null, words.inShort(answer.explanation()), null);
        }
        return done;
    }

    private static String nothing(Refund refund) {
        return refund.round() == 1 ? "按规定计算，没有可以退的月份或金额" : "按规定计算的金额已经退过，没有可以再退的";
    }

    /** Keeps from the refund what did not come back of the personal account, and claims its months accordingly. */
    void deduct(Refund refund, BigDecimal rest) {
        Refund deducted = refund.change().deducted(rest).done();
        shares.claim(deducted);
        records.save(deducted);
    }
}
