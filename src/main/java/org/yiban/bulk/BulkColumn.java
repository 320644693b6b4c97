package org.yiban.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column of a file.
 *
 * @param name as the code asks for it
 * @param title Chinese, as it stands in the header
 * @param type how its cells are read
 * @param required whether every row must fill it
 * @param choices of a column of choices: what is written → what it means for the code; empty otherwise
 * @param example a value for the template, fictitious
 */
public record BulkColumn(
        String name, String title, ColumnType type, boolean required, Map<String, String> choices, String example) {

    public BulkColumn {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        if ((type == ColumnType.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("column " + name + ": choices belong to a column of choices");
        }
    }

    /** A column that every row fills. */
    public static BulkColumn required(String name, String title, ColumnType type, String example) {
        return new BulkColumn(name, title, type, true, Map.of(), example);
    }

    /** A column that may stay empty. */
    public static BulkColumn optional(String name, String title, ColumnType type, String example) {
        return new BulkColumn(name, title, type, false, Map.of(), example);
    }

    /** A column that every row fills with one of several texts. */
    public static BulkColumn choice(String name, String title, Map<String, String> choices) {
        return new BulkColumn(
                name,
                title,
                ColumnType.CHOICE,
                true,
                choices,
                choices.keySet().iterator().next());
    }

    /** What may be written, for people. */
    public String allowed() {
        return type == ColumnType.CHOICE ? String.join("、", choices.keySet()) : type.allowed();
    }
}
