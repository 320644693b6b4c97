package org.yiban.policy.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision in words. All are whole sentences, without codes; what does not apply is an empty list.
 *
 * @param subject what was asked: 等待期
 * @param conclusion what it comes to
 * @param referral for what goes to a person: what the documents do not say, or leave open
 * @param basis which document says so, and what it says
 * @param facts which facts counted; each a clause without a full stop
 * @param counting how results were counted
 * @param others the nearest other rules, and the fact that kept each
 * @param source table, version and rule, for whoever checks; {@code null} if no table answered
 */
public record ExplainedDecision(
        String subject,
        String conclusion,
        List<String> referral,
        List<String> basis,
        List<String> facts,
        List<String> counting,
        List<String> others,
        String source) {

    public ExplainedDecision {
        referral = List.copyOf(referral);
        basis = List.copyOf(basis);
        facts = List.copyOf(facts);
        counting = List.copyOf(counting);
        others = List.copyOf(others);
    }

    /** All of it in the order in which one says it, the source left out. */
    @JsonProperty
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(conclusion);
        sentences.addAll(referral);
        sentences.addAll(basis);
        if (!facts.isEmpty()) {
            sentences.add("看的是：" + String.join("；", facts) + "。");
        }
        sentences.addAll(counting);
        sentences.addAll(others);
        return List.copyOf(sentences);
    }
}
