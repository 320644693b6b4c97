package org.yiban.policy.tables;

import java.util.List;

/**
 * What fired: one row of a UNIQUE table, one or more of a COLLECT table, or none of any table asked.
 *
 * @param speaker the document that answered; {@code null} if none did
 * @param hits the rows that fired, in the table's order
 */
public record Ruling(Speaker speaker, List<Hit> hits) {

    static final Ruling NONE = new Ruling(null, List.of());

    public boolean answered() {
        return !hits.isEmpty();
    }

    /** What the rows say together. */
    public Row row() {
        return Row.merge(hits);
    }
}
