package org.yiban.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;

/**
 * How a decision came about. Where several rows fired, or open facts leave it open which of several that say the same,
 * all of them are named, joined with {@code ;}. Facts and results are plain values as the contract writes them: text, numbers, booleans,
 * dates as ISO text.
 *
 * <p>Its maps keep their order and are not changed once they are handed over: they are not copied for every decision.
 *
 * @param family the kind of decision: {@code transfer-deadline}
 * @param businessDate the date on which a rule must be in force
 * @param facts the facts stated, and those derived from them, in order
 * @param instrument the document whose table answered; {@code null} if none did or the table stands for no document
 * @param tableId id of the table that answered; {@code null} if none did
 * @param tableVersion short digest of the file the table stands in; {@code null} as above
 * @param ruleId id of the rows that fired; {@code null} as above
 * @param ruleText what those rows say, in Chinese, a line each; and if no row may have fired, that no document speaks
 * @param results all results that are stated, in order
 * @param reasons the facts that counted, how results were counted, the nearest other rules, and why a person decides;
 *     {@code null} is none, as in messages of offices that send none
 * @param tableSet short digest of all tables that were in force on the business date when it was decided; {@code null} for
 *     what a person decided
 */
public record Explanation(
        String family,
        LocalDate businessDate,
        Map<String, Object> facts,
        String instrument,
        String tableId,
        String tableVersion,
        String ruleId,
        String ruleText,
        Map<String, Object> results,
        Reasons reasons,
        String tableSet) {

    public Explanation {
        facts = Collections.unmodifiableMap(facts);
        reasons = reasons == null ? Reasons.NONE : reasons;
        results = Collections.unmodifiableMap(results);
    }
}
