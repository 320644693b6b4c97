package org.yiban.policy.known;

import java.util.List;
import java.util.Map;
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
     * What was corrected, as the history of a case says it; empty if nothing was.
     *
     * @param corrected the facts as they stand with the corrections
     * @param corrections {@code null} for none
     */
    public static String said(List<ShownFact> corrected, List<Correction> corrections) {
        if (corrections == null) {
            return "";
        }
        Map<String, String> reasons = corrections.stream()
                .collect(Collectors.toMap(Correction::name, Correction::reason, (first, last) -> last));
        String all = corrected.stream()
                .filter(fact -> reasons.containsKey(fact.name()))
                .map(fact -> fact.label() + "改为" + (fact.shown() == null ? "不填" : fact.shown()) + "（"
                        + FreeText.withoutFullStop(reasons.get(fact.name())) + "）")
                .collect(Collectors.joining("；"));
        return all.isEmpty() ? "" : "，更正：" + all;
    }
}
