package org.yiban.backpay.options;

import java.math.BigDecimal;
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

    /** Whether somebody pays the same on both days. */
    boolean sameAs(Price other) {
        return other.quoted() && quoted() && other.amount().compareTo(amount()) == 0;
    }
}
