package org.yiban.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/** Texts joined with a separator, each once, in the order in which they came. Mostly there is one. */
final class Joined {

    private final String separator;
    private String only;
    private Set<String> several;

    Joined(String separator) {
        this.separator = separator;
    }

    /** Adds a text; {@code null} adds nothing. */
    void add(String text) {
        if (text == null || text.equals(only)) {
            return;
        }
        if (only == null) {
            only = text;
            return;
        }
        if (several == null) {
            several = new LinkedHashSet<>();
            several.add(only);
        }
        several.add(text);
    }

    /** Adds each of the texts joined in one; {@code null} adds nothing. */
    void addEach(String joined) {
        if (joined == null || !joined.contains(separator)) {
            add(joined);
            return;
        }
        for (String text : joined.split(separator)) {
            add(text);
        }
    }

    /** All of them; {@code null} if there is none. */
    String text() {
        if (several != null) {
            return String.join(separator, several);
        }
        return only == null || only.isEmpty() ? null : only;
    }
}
