package org.yiban.reference;

/**
 * A figure that is to be put on record.
 *
 * @param replaces number of the figure that it corrects, or {@code null}
 * @param at where it was stated, as the beginning of field names: {@code file:3:}; empty for one stated alone
 */
record ProposedFigure(Figure figure, Long replaces, String at) {}
