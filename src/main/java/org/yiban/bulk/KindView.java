package org.yiban.bulk;

import java.util.List;

/**
 * A kind of application that may come as a file.
 *
 * @param columns of its files
 */
public record KindView(String key, String title, List<Column> columns) {

    /** A column; allowed says for people what may be written. */
    public record Column(String title, String allowed, boolean required, String example) {}

    static KindView of(BulkKind kind) {
        return new KindView(
                kind.key(),
                kind.title(),
                kind.columns().stream()
                        .map(column ->
                                new Column(column.title(), column.allowed(), column.required(), column.example()))
                        .toList());
    }
}
