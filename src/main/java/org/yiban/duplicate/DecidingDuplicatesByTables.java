package org.yiban.duplicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.SuspensionKind;
import org.yiban.person.Suspensions;
import org.yiban.policy.Answer;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.explain.DecisionWords;

/** The steps that facts and tables decide. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DecidingDuplicatesByTables {

    private final DuplicateRecords records;
    private final DerivingDuplicateFacts deriving;
    private final Policies policies;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final Suspensions suspensions;
    private final Cases cases;

    DecidingDuplicatesByTables(
            DuplicateRecords records,
            DerivingDuplicateFacts deriving,
            Policies policies,
            DecisionRecords decisions,
            DecisionWords words,
            Suspensions suspensions,
            Cases cases) {
        this.records = records;
        this.deriving = deriving;
        this.policies = policies;
        this.decisions = decisions;
        this.words = words;
        this.suspensions = suspensions;
        this.cases = cases;
    }

    /** Finds the facts on record. */
    public void deriveFacts(CaseNumber number) {
        DuplicateCase found = records.require(number);
        records.save(found.with(deriving.derive(found)));
    }

    /** Asks the tables which relation stays; keeps what they say. */
    public DecidedDuplicate decide(CaseNumber number) {
        DuplicateCase found = records.require(number);
        Answer answer =
                policies.decide(DerivingDuplicateFacts.FAMILY, found.facts().question());
        decisions.keep(number.value(), answer.explanation());
        cases.note(number, "duplicateDecided", null, words.inShort(answer.explanation()), null);
        return decided(found, answer.explanation());
    }

    /** Goes on by what a senior decided in the tables' place; payments stay suspended where the tables said so. */
    public DecidedDuplicate adoptSeniorDecision(CaseNumber number) {
        DuplicateCase found = records.require(number);
        return decided(
                found,
                decisions
                        .newest(number.value(), DerivingDuplicateFacts.FAMILY)
                        .orElseThrow()
                        .explanation());
    }

    private DecidedDuplicate decided(DuplicateCase found, Explanation decision) {
        DuplicateRuling ruling = DuplicateRuling.of(decision.results());
        records.save(found.with(ruling));
        boolean suspended = suspensions.of(found.personId()).stream()
                .anyMatch(suspension -> suspension.enrolmentId()
                                == found.first().enrolmentId()
                        && suspension.kind() == SuspensionKind.BENEFITS
                        && suspension.reference().equals(found.caseNumber().value())
                        && suspension.open());
        return new DecidedDuplicate(
                Outcome.valueOf((String) decision.results().get(Result.OUTCOME)) == Outcome.REFER,
                ruling.suspendPayments(),
                ruling.suspendPayments() || suspended);
    }
}
