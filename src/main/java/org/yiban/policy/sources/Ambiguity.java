package org.yiban.policy.sources;

/**
 * A place where the documents leave a question open, and how it is read here.
 *
 * @param id number by which rules and provisions name it: {@code A03}
 * @param concerns which provisions it is about, as written
 * @param question what the documents leave open, in Chinese
 * @param reading how it is decided here, in Chinese
 * @param confidence how sure that reading is
 */
public record Ambiguity(String id, String concerns, String question, String reading, Confidence confidence) {

    /** How sure a reading is. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW,
        UNRATED
    }
}
