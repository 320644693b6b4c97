package org.yiban.policy.tables;

import java.util.List;

/**
 * A table as it is written, before anything is made of it: what a checker reads.
 *
 * @param file path of its file below the policy folder
 * @param id id of its decision
 * @param hitPolicy as DMN spells it: {@code UNIQUE}
 * @param aggregation of a COLLECT table; {@code null} if there is none
 */
public record WrittenTable(
        String file,
        String id,
        String hitPolicy,
        String aggregation,
        List<Input> inputs,
        List<Output> outputs,
        List<Rule> rules) {

    private static final String DATE_OF = "date(";

    /**
     * An input column.
     *
     * @param label what people read; empty if there is nothing
     * @param expression what it asks for
     * @param typeRef its DMN type; {@code null} if it has none
     * @param values the values it lists; empty if it lists none
     */
    public record Input(String label, String expression, String typeRef, String values) {

        /** The fact that it asks for; {@code null} if the expression is neither a fact nor {@code date(fact)}. */
        public String fact() {
            Column column = Column.of(expression);
            return column == null ? null : column.fact();
        }

        /** Whether it asks for the date that a fact writes. */
        public boolean asksDate() {
            return expression.strip().startsWith(DATE_OF);
        }
    }

    /**
     * An output column.
     *
     * @param label what people read; empty if there is nothing
     * @param typeRef its DMN type; {@code null} if it has none
     * @param values the values it lists; empty if it lists none
     */
    public record Output(String label, String name, String typeRef, String values) {}

    /**
     * A row.
     *
     * @param text its annotation; empty if there is none
     * @param asks its cells under the inputs, stripped; empty if a cell asks nothing
     * @param says its cells under the outputs, stripped
     */
    public record Rule(String id, String text, List<String> asks, List<String> says) {}

    public WrittenTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    @Override
    public int hashCode() {
        return file.hashCode() + id.hashCode();
    }

    /** Whether its rows may fire together. */
    public boolean collects() {
        return !hitPolicy.equals("UNIQUE");
    }

    /** Name of the family that its file belongs to. */
    public String family() {
        return Speaker.familyOf(file);
    }

    /** The folder that its file stands in; empty if it stands in none. */
    public String folder() {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
