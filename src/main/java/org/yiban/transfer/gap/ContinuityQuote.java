package org.yiban.transfer.gap;

import java.time.LocalDate;
import java.util.Map;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;

/**
 * What holds if a payment arrives on a day.
 *
 * @param paidOn the day that was asked about
 * @param arrearsCleared whether the months between count as paid
 * @param results as the decision contract names and writes them
 * @param says the same in Chinese, in short, with the provisions by document and place
 */
public record ContinuityQuote(LocalDate paidOn, boolean arrearsCleared, Map<String, Object> results, String says) {

    /** Whether a person has to decide. */
    public boolean referred() {
        return Outcome.REFER.name().equals(results.get(Result.OUTCOME));
    }

    /** Whether a person has to decide, be it about a stay in hospital alone. */
    boolean leftOpen() {
        return leftOpen(results);
    }

    /** The same of a decision's results. */
    static boolean leftOpen(Map<String, Object> results) {
        return Outcome.REFER.name().equals(results.get(Result.OUTCOME))
                || Outcome.REFER.name().equals(results.get("stayPaidBy"));
    }

    /** Whether care in the gap is paid for. */
    public boolean covered() {
        return Boolean.TRUE.equals(results.get("gapCovered"));
    }

    /** Whether the gap may be paid, as far as the tables say. */
    boolean allowsPayment() {
        Object allowed = results.get("arrearsAllowed");
        return Boolean.TRUE.equals(allowed) || allowed == null && covered();
    }
}
