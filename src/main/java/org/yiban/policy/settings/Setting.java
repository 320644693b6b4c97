package org.yiban.policy.settings;

import java.util.Map;

/**
 * A row of a settings table that answers.
 *
 * @param figures what it sets, whole numbers by name
 * @param texts what it says in words, by name
 * @param flags what it says yes or no to, by name
 * @param basis {@value #AGENCY}, or the document or provision that says so itself
 * @param rule id of the row
 * @param text the row's annotation
 */
public record Setting(
        Map<String, Integer> figures,
        Map<String, String> texts,
        Map<String, Boolean> flags,
        String basis,
        String rule,
        String text) {

    /** The basis of what the agency itself decides: no document says so. */
    public static final String AGENCY = "AGENCY";

    public Setting {
        figures = Map.copyOf(figures);
        texts = Map.copyOf(texts);
        flags = Map.copyOf(flags);
    }

    /** A figure, which its table is declared to state. */
    public int figure(String name) {
        return figures.get(name);
    }

    /** A text, which its table is declared to state. */
    public String words(String name) {
        return texts.get(name);
    }

    /** A yes or no, which its table is declared to state. */
    public boolean flag(String name) {
        return flags.get(name);
    }

    /** Whether the agency set it, and no document. */
    public boolean byAgency() {
        return basis.equals(AGENCY);
    }
}
