package org.yiban.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Explanation;
import org.yiban.policy.Silence;

/**
 * A question that the documents leave to people again and again: a rule that is missing.
 *
 * @param key by which its cases are asked for
 * @param region code of the region whose documents were asked; {@code null} for a family without region
 * @param rule the row that says REFER; {@code null} if no row speaks at all
 * @param ruleText what that row says; {@code null} as above
 * @param silence what the documents do not say
 * @param cases how many cases came to it
 * @param enquiries how many enquiries did
 * @param decided how often seniors decided which outcome
 * @param open how often a senior has still to decide, or the case ended before
 * @param first business date of the earliest
 * @param last business date of the latest
 */
public record MissingRule(
        String key,
        String family,
        String region,
        String rule,
        String ruleText,
        List<Silence> silence,
        int cases,
        int enquiries,
        Map<String, Integer> decided,
        int open,
        LocalDate first,
        LocalDate last) {

    /**
     * One time that it was missing, without case and person.
     *
     * @param asked what the tables came to
     * @param decided what the senior decided instead, with reason and basis; {@code null} if nobody has yet
     */
    public record Instance(Explanation asked, Explanation decided) {}
}
