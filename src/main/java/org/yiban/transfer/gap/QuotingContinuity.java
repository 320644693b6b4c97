package org.yiban.transfer.gap;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.Answer;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;

/** Asks the family {@code benefit-continuity}, each way a move may go. */
@Component
class QuotingContinuity {

    static final String FAMILY = "benefit-continuity";

    /** A search for the last day stops there: a window that is open for longer has no last day worth naming. */
    private static final int DAYS_SEARCHED = 366;

    private final Policies policies;
    private final DecisionWords words;
    private final BusinessTime time;

    QuotingContinuity(Policies policies, DecisionWords words, BusinessTime time) {
        this.policies = policies;
        this.words = words;
        this.time = time;
    }

    /** What holds each way; the facts must be complete. */
    GapQuotes quote(GapFacts facts) {
        Answer unpaid = ask(facts, facts.paidOn(), false);
        int months = (Integer) unpaid.explanation().facts().getOrDefault("unpaidMonths", 0);
        if (months == 0) {
            return new GapQuotes(0, quoted(unpaid, facts.paidOn(), false), null, null, null, false);
        }
        ContinuityQuote paid = quoted(ask(facts, facts.paidOn(), true), facts.paidOn(), true);
        LocalDate lastDay = paid.covered() ? lastDay(facts) : null;
        LocalDate late = lastDay == null ? null : firstLateDay(lastDay);
        return new GapQuotes(
                months,
                quoted(unpaid, facts.paidOn(), false),
                paid,
                lastDay,
                late == null ? null : quoted(ask(facts, late, true), late, true),
                false);
    }

    /** The first day from now on that is too late. */
    private LocalDate firstLateDay(LocalDate lastDay) {
        return lastDay.isBefore(time.today()) ? time.today() : lastDay.plusDays(1);
    }

    /** The answer if a payment arrives on a day. */
    Answer ask(GapFacts facts, LocalDate paidOn, boolean arrearsCleared) {
        return policies.decide(FAMILY, facts.question(paidOn, arrearsCleared));
    }

    /** A decision in the words of a quote. */
    ContinuityQuote quoted(Explanation decision, LocalDate paidOn, boolean arrearsCleared) {
        return new ContinuityQuote(paidOn, arrearsCleared, decision.results(), says(decision));
    }

    private ContinuityQuote quoted(Answer answer, LocalDate paidOn, boolean arrearsCleared) {
        return quoted(answer.explanation(), paidOn, arrearsCleared);
    }

    /** A decision in short: what it comes to, why a person decides, and by which provisions. */
    String says(Explanation decision) {
        return words.inShort(decision);
    }

    /**
     * The last of the days from the first payment on that all cover the gap, were the money to come on them; {@code null} if
     * that does not end.
     */
    private LocalDate lastDay(GapFacts facts) {
        LocalDate from = facts.paidOn();
        LocalDate end = (from.isAfter(time.today()) ? from : time.today()).plusDays(DAYS_SEARCHED);
        LocalDate day = from;
        while (!day.isAfter(end)) {
            if (!Boolean.TRUE.equals(ask(facts, day, true).results().get("gapCovered"))) {
                return day.minusDays(1);
            }
            day = day.plusDays(1);
        }
        return null;
    }
}
