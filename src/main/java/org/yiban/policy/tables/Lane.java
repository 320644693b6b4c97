package org.yiban.policy.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yiban.policy.feel.UnaryTest;

/** An input of a table and the cells under it, a rule each. */
final class Lane {

    private final TableEngine engine;
    private final Column column;
    private final Cell[] cells;
    private final long[] asking;
    private final ColumnMasks masks;

    /**
     * @param cells those of the rules, in their order; {@code null} where a rule asks nothing
     * @param type what the engine makes of its values; {@code null} if it is none that is proved
     */
    Lane(TableEngine engine, Column column, List<Cell> cells, InputType type) {
        this.engine = engine;
        this.column = column;
        this.cells = cells.toArray(Cell[]::new);
        asking = Bits.none(this.cells.length);
        for (int rule = 0; rule < this.cells.length; rule++) {
            if (this.cells[rule] != null) {
                Bits.set(asking, rule);
            }
        }
        masks = type == null ? null : masks(type);
    }

    private ColumnMasks masks(InputType type) {
        boolean proved = Arrays.stream(cells).filter(Objects::nonNull).allMatch(cell -> UnaryTest.of(cell.test())
                .isPresent());
        return proved
                ? new ColumnMasks(
                        column.date(),
                        type,
                        Arrays.stream(cells)
                                .map(cell -> cell == null
                                        ? null
                                        : UnaryTest.of(cell.test()).orElseThrow())
                                .toList())
                : null;
    }

    Column column() {
        return column;
    }

    /** {@code null} if the rule asks nothing here. */
    Cell cell(int rule) {
        return cells[rule];
    }

    /** The rules that ask something here. */
    long[] asking() {
        return asking;
    }

    /** The rules that let a fact's plain value pass; {@code null} if that is not proved. */
    long[] proved(Object plain) {
        return masks == null ? null : masks.passing(plain);
    }

    /** The rules that let a fact's plain value pass, judged cell by cell. */
    long[] judged(Object plain) {
        long[] passing = Bits.none(cells.length);
        for (int rule = 0; rule < cells.length; rule++) {
            if (cells[rule] == null || engine.passes(cells[rule], plain)) {
                Bits.set(passing, rule);
            }
        }
        return passing;
    }
}
