package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.reference.Figure;

/**
 * Asks the family {@code retirement-backpay} what a gap costs, with the figures of reference data that the facts leave open:
 * those only on which the answer depends.
 */
@Component
class Pricing {

    static final String QUOTED_ON = "quotedOn";

    private static final String ANY_RATE = "1";

    private final AskedFacts asked;
    private final FillingFigures filling;

    Pricing(Policies policies, FillingFigures filling) {
        this.asked = new AskedFacts(policies);
        this.filling = filling;
    }

    /**
     * The price of a gap.
     *
     * @param facts those of the family, the day of the quote among them
     * @param kind ACTUAL or CUMULATIVE
     * @throws ProblemException naming every fact that is missing where it matters, or wrong
     */
    Price price(Map<String, String> facts, int months, String kind) {
        Map<String, String> question = new HashMap<>(facts);
        question.put("shortfallMonths", String.valueOf(months));
        question.put("shortfallKind", kind);
        LocalDate on = day(question);
        Map<String, Figure> available = filling.forOpen(question, on);
        Map<String, String> filled = new HashMap<>(question);
        available.forEach((fact, figure) -> filled.put(fact, figure.value().toPlainString()));
        Answer answer = asked.ask(AskedFacts.BACKPAY, filled);
        List<UsedFigure> used = new ArrayList<>();
        available.forEach((fact, figure) -> {
            Map<String, String> without = new HashMap<>(filled);
            without.remove(fact);
            if (same(answer, without)) {
                filled.remove(fact);
            } else {
                used.add(filling.used(fact, figure));
            }
        });
        requireRate(question, filled, answer, on);
        Price price =
                new Price(question, filled, asked.ask(AskedFacts.BACKPAY, filled), used, needsRate(filled, answer));
        average(price).ifPresent(used::add);
        return price;
    }

    /** The same gap, were it priced on another day; empty if facts are missing then. */
    Optional<Price> onDay(Map<String, String> facts, int months, String kind, LocalDate day) {
        Map<String, String> later = new HashMap<>(facts);
        later.put(QUOTED_ON, day.toString());
        try {
            return Optional.of(price(later, months, kind));
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    private boolean needsRate(Map<String, String> filled, Answer answer) {
        Map<String, String> with = new HashMap<>(filled);
        with.put(FillingFigures.LOCAL_RATE, ANY_RATE);
        return answer.outcome() == Outcome.REFER
                && FillingFigures.open(filled, FillingFigures.LOCAL_RATE)
                && !same(answer, with);
    }

    private LocalDate day(Map<String, String> question) {
        LocalDate on = parsed(question.get(QUOTED_ON));
        if (on == null) {
            asked.ask(AskedFacts.BACKPAY, question);
            throw new IllegalStateException("the family takes a quote without a day");
        }
        return on;
    }

    private static LocalDate parsed(String written) {
        try {
            return written == null ? null : LocalDate.parse(written.strip());
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private Optional<UsedFigure> average(Price price) {
        return price.quoted()
                ? filling.average(price.facts(), price.text("baseKind"), (BigDecimal)
                        price.answer().results().get("base"))
                : Optional.empty();
    }

    private boolean same(Answer answer, Map<String, String> without) {
        try {
            return asked.ask(AskedFacts.BACKPAY, without).results().equals(answer.results());
        } catch (ProblemException missing) {
            return false;
        }
    }

    /** Where local rates differ with something that is not known of the person, that has to be stated first. */
    private void requireRate(Map<String, String> question, Map<String, String> filled, Answer answer, LocalDate on) {
        for (Figure rate : filling.differingRates(question, on)) {
            Map<String, String> with = new HashMap<>(filled);
            with.put(FillingFigures.LOCAL_RATE, rate.value().toPlainString());
            if (!same(answer, with)) {
                Violations violations = new Violations();
                for (String fact : List.of(FillingFigures.IDENTITY, FillingFigures.ACCOUNT_TYPE)) {
                    if (FillingFigures.open(question, fact)) {
                        violations.add(fact, null, "缺少“" + asked.label(fact) + "”：当地缴费比例因它而不同，请填写");
                    }
                }
                violations.throwIfAny();
            }
        }
    }
}
