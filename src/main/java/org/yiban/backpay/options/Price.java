package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;

/**
 * What the tables say of one gap on one day.
 *
 * @param open the question as it was asked, without figures of reference data
 * @param facts the question with those figures
 * @param figures those figures
 * @param needsRate whether there would be a price if the rate of the pool were known
 */
record Price(
        Map<String, String> open,
        Map<String, String> facts,
        Answer answer,
        List<UsedFigure> figures,
        boolean needsRate) {

    boolean quoted() {
        return answer.outcome() == Outcome.QUOTED;
    }

    BigDecimal amount() {
        return (BigDecimal) answer.results().get("amount");
    }

    /** A result as text; {@code null} if it is not stated. */
    String text(String result) {
        Object value = answer.results().get(result);
        return value == null ? null : value.toString();
    }

    /** The day of the age, if that is after the day of the quote; {@code null} if it is not, or not known. */
    LocalDate ageAhead() {
        String reached = open.get("retirementAgeOn");
        if (reached == null || reached.isBlank()) {
            return null;
        }
        LocalDate on = LocalDate.parse(reached.strip());
        return on.isAfter(LocalDate.parse(open.get(Pricing.QUOTED_ON).strip())) ? on : null;
    }

    /** Whether somebody pays the same on both days. */
    boolean sameAs(Price other) {
        return other.quoted() && quoted() && other.amount().compareTo(amount()) == 0;
    }
}
