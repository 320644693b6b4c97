package org.yiban.refund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Answer;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.refund.facts.RefundFacts;

/** Asks the families {@code refund-eligibility} and {@code refund-amount}. */
@Component
class AskingRefundTables {

    static final String ELIGIBILITY = "refund-eligibility";
    static final String AMOUNT = "refund-amount";

    private static final String SCOPE = "refundScope";
    private static final String TERMINATE_RELATION = "terminateRelation";

    private final Policies policies;

    AskingRefundTables(Policies policies) {
        this.policies = policies;
    }

    /**
     * Whether the payment is given back.
     *
     * @throws ProblemException INVALID_INPUT naming the facts that are missing or wrong
     */
    Answer eligibility(RefundFacts facts) {
        return policies.decide(ELIGIBILITY, facts.eligibilityQuestion());
    }

    /**
     * How much is given back of it.
     *
     * @throws ProblemException INVALID_INPUT naming the facts that are missing or wrong
     */
    Answer amount(RefundFacts facts, String scope) {
        return policies.decide(AMOUNT, facts.amountQuestion(scope));
    }

    /** What an eligible payment comes to before it is counted. */
    static RefundRuling uncounted(Map<String, Object> results) {
        return new RefundRuling(
                (String) results.get(SCOPE),
                (String) results.get(Result.BASIS),
                Boolean.TRUE.equals(results.get(TERMINATE_RELATION)),
                null,
                null,
                null,
                null);
    }

    /** The same once it is counted. Where the tables count no months, all that were paid for come back. */
    static RefundRuling counted(RefundRuling ruling, Answer amount) {
        Map<String, Object> results = amount.results();
        Map<String, Object> facts = amount.explanation().facts();
        boolean part = results.containsKey("refundMonths");
        return new RefundRuling(
                ruling.scope(),
                ruling.basis(),
                ruling.relationEnds(),
                part ? month(results.get("refundFrom")) : YearMonth.parse((String) facts.get("paidFrom")),
                part ? month(results.get("refundUntil")) : YearMonth.parse((String) facts.get("paidTo")),
                (BigDecimal) results.get("refundAmount"),
                (BigDecimal) results.get("clawbackAmount"));
    }

    private static YearMonth month(Object day) {
        return day == null ? null : YearMonth.from(LocalDate.parse((String) day));
    }
}
