package org.yiban.policy.tables;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An input of a table: a fact, or the date that a fact writes.
 *
 * @param fact name of the fact
 * @param date whether the input is {@code date(fact)}
 */
record Column(String fact, boolean date) {

    private static final Pattern FACT = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern DATE = Pattern.compile("date\\((" + FACT + ")\\)");

    /** Reads an input expression; {@code null} if it is neither form. */
    static Column of(String expression) {
        String text = expression.strip();
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return new Column(date.group(1), true);
        }
        return FACT.matcher(text).matches() ? new Column(text, false) : null;
    }

    /** The input's value for a fact's plain value. */
    Object value(Object plain) {
        return date && plain != null ? LocalDate.parse((String) plain) : plain;
    }
}
