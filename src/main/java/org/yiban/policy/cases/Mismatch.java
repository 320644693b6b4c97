package org.yiban.policy.cases;

/**
 * Where an answer is not what a case expects.
 *
 * @param column the column of the case file
 * @param expected what stands there
 * @param got what came out
 */
record Mismatch(String column, String expected, String got) {

    @Override
    public String toString() {
        return "%s 期望 %s，实得 %s".formatted(column, expected, got);
    }
}
