package org.yiban.policy.known;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.kernel.FreeText;
import org.yiban.policy.FactType;

/**
 * A fact, as people read and correct it.
 *
 * @param shown the value in words
 * @param choices value → words, where it has one of several
 */
public record ShownFact(
        String name,
        String label,
        String value,
        String shown,
        String source,
        boolean correctable,
        FactType type,
        Map<String, String> choices) {

    /**
     * What was corrected, and what was stated that nobody knew before, as the history of a case says it; empty if nothing
     * was.
     *
     * @param before the facts as they stood; one that is not among them was not known
     * @param after the same with the corrections
     * @param corrections {@code null} for none
     */
    public static String said(List<ShownFact> before, List<ShownFact> after, List<Correction> corrections) {
        if (corrections == null) {
            return "";
        }
        Set<String> known = before.stream()
                .filter(fact -> fact.value() != null)
                .map(ShownFact::name)
                .collect(Collectors.toSet());
        Map<String, String> reasons = corrections.stream()
                .collect(Collectors.toMap(Correction::name, Correction::reason, (first, last) -> last));
        Map<Boolean, List<ShownFact>> stated = after.stream()
                .filter(fact -> reasons.containsKey(fact.name()))
                .collect(Collectors.partitioningBy(fact -> known.contains(fact.name())));
        return said("，更正：", "改为", stated.get(true), reasons) + said("，填写：", "为", stated.get(false), reasons);
    }

    private static String said(String doing, String verb, List<ShownFact> facts, Map<String, String> reasons) {
        return facts.isEmpty()
                ? ""
                : facts.stream()
                        .map(fact -> fact.label() + verb + (fact.shown() == null ? "不填" : fact.shown()) + "（"
                                + FreeText.withoutFullStop(reasons.get(fact.name())) + "）")
                        .collect(Collectors.joining("；", doing, ""));
    }
}
