package org.yiban.policy.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A rule that differs between two versions of a file.
 *
 * @param table id of the table
 * @param rule id of the rule; {@code null} if the table itself differs: its columns, listed values, hit policy
 * @param text the rule's annotation, as it now is, of a removed rule as it was
 * @param cells what differs; of an added or removed rule all cells that are filled
 */
public record RuleChange(String table, String rule, Kind kind, String text, List<CellChange> cells) {

    /** What happened to it. */
    public enum Kind {
        ADDED("新增"),
        REMOVED("删除"),
        CHANGED("修改"),
        /** Its annotation alone. */
        WORDED("改说明"),
        /** Columns, listed values or hit policy of the table. */
        TABLE("改表头");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What people read. */
        public String label() {
            return label;
        }
    }

    public RuleChange {
        cells = List.copyOf(cells);
    }

    /** What people read of the kind; written with the data, not read back. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String kindLabel() {
        return kind.label();
    }

    /** Whether the rule answers differently than before, so that a case must show it. */
    public boolean needsCase() {
        return kind == Kind.ADDED || kind == Kind.CHANGED;
    }

    /** One line for each cell, for people. */
    public List<String> lines() {
        return cells.stream()
                .map(cell -> "%s：%s → %s"
                        .formatted(
                                cell.label().isEmpty() ? cell.column() : cell.label(),
                                shown(cell.before()),
                                shown(cell.after())))
                .toList();
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "（空）" : cell;
    }
}
