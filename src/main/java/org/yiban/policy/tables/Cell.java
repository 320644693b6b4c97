package org.yiban.policy.tables;

/**
 * A cell of a rule that asks something of a fact.
 *
 * @param column the input it stands under
 * @param test its text
 */
record Cell(Column column, String test) {

    private static final String ANY = "-";

    /** Whether a cell's text lets every value pass. */
    static boolean asksNothing(String test) {
        return test.isEmpty() || test.equals(ANY);
    }
}
