package org.yiban.policy;

import java.util.List;
import org.yiban.policy.tables.Checked;
import org.yiban.policy.tables.NearMiss;

/**
 * Why a decision is as it is, as data.
 *
 * @param checked the facts that counted: the cells of the rules that fired with the values they met, each once
 * @param steps how results were counted, in order
 * @param nearest the rules that came nearest to firing, and what kept each
 * @param silence for REFER what is missing or silent; else empty
 */
public record Reasons(List<Checked> checked, List<Step> steps, List<NearMiss> nearest, List<Silence> silence) {

    /** Of a decision that no table made. */
    public static final Reasons NONE = new Reasons(List.of(), List.of(), List.of(), List.of());

    public Reasons {
        checked = List.copyOf(checked);
        steps = List.copyOf(steps);
        nearest = List.copyOf(nearest);
        silence = List.copyOf(silence);
    }
}
