package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the facts stated leave of a table: the rules that stand, those that fall, and by which cells. */
final class Judged {

    private final Table table;
    private final Map<String, Object> known;
    private final long[][] passing;
    private final long[] standing;
    private final long[] dependent;
    private final boolean proved;
    private long[][] failures;

    /** @param open names of the facts whose cells are left out */
    Judged(Table table, Map<String, Object> known, Set<String> open) {
        this.table = table;
        this.known = known;
        int columns = table.lanes().size();
        boolean allProved = table.constant();
        passing = new long[columns][];
        standing = Bits.all(table.rules().size());
        dependent = Bits.none(table.rules().size());
        for (int i = 0; i < columns; i++) {
            Lane lane = table.lanes().get(i);
            String fact = lane.column().fact();
            if (!open.isEmpty() && open.contains(fact)) {
                or(dependent, lane.asking());
                continue;
            }
            Object plain = known.get(fact);
            long[] mask = lane.proved(plain);
            if (mask == null) {
                allProved = false;
                mask = lane.judged(plain);
            }
            passing[i] = mask;
            and(standing, mask);
        }
        and(dependent, standing);
        proved = allProved;
    }

    Table table() {
        return table;
    }

    /** The rules that no fact stated keeps from firing. */
    long[] standing() {
        return standing;
    }

    /** Whether what the engine would say is proved, for the facts stated. */
    boolean proved() {
        return proved;
    }

    boolean nothingStands() {
        return Bits.next(standing, 0) < 0;
    }

    /** The rules that fire whatever open facts are, if the table has thereby spoken; {@code null} if that depends. */
    long[] spoken() {
        if (table.collects()) {
            return Bits.next(dependent, 0) < 0 ? standing : null;
        }
        long[] certain = standing.clone();
        for (int i = 0; i < certain.length; i++) {
            certain[i] &= ~dependent[i];
        }
        return Bits.count(certain) == 1 ? certain : null;
    }

    /** What rules say that fire, by the cells that ask for facts stated. */
    List<Hit> hits(List<Integer> fired) {
        if (fired.size() == 1) {
            return List.of(hit(fired.get(0)));
        }
        return fired.stream().map(this::hit).toList();
    }

    private Hit hit(int rule) {
        return table.says().get(rule).by(checked(rule));
    }

    /** The cells of a rule that ask for facts stated, and what they met. */
    List<Checked> checked(int rule) {
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < passing.length; i++) {
            Cell cell = table.lanes().get(i).cell(rule);
            if (passing[i] != null && cell != null) {
                checked.add(checked(cell));
            }
        }
        return checked;
    }

    /** The cells of a rule that the facts stated do not pass. */
    List<Checked> failed(int rule) {
        List<Checked> failed = new ArrayList<>();
        for (int i = 0; i < passing.length; i++) {
            if (passing[i] != null && !Bits.has(passing[i], rule)) {
                failed.add(checked(table.lanes().get(i).cell(rule)));
            }
        }
        return failed;
    }

    /** The rules of which so many cells fail. */
    long[] failing(int cells) {
        if (failures == null) {
            failures = countFailures();
        }
        long[] rules = Bits.all(table.rules().size());
        for (int slice = 0; slice < failures.length; slice++) {
            boolean set = (cells >> slice & 1) == 1;
            for (int i = 0; i < rules.length; i++) {
                rules[i] &= set ? failures[slice][i] : ~failures[slice][i];
            }
        }
        return rules;
    }

    /** The number of failing cells of all rules at once, each of its binary digits a set of rules. */
    private long[][] countFailures() {
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(passing.length);
        long[][] count = new long[digits][standing.length];
        for (long[] mask : passing) {
            for (int i = 0; mask != null && i < mask.length; i++) {
                long carry = ~mask[i];
                for (int digit = 0; digit < digits && carry != 0; digit++) {
                    long both = count[digit][i] & carry;
                    count[digit][i] ^= carry;
                    carry = both;
                }
            }
        }
        return count;
    }

    private Checked checked(Cell cell) {
        String fact = cell.column().fact();
        return new Checked(fact, known.get(fact), cell.test());
    }

    private static void and(long[] bits, long[] others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= others[i];
        }
    }

    private static void or(long[] bits, long[] others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others[i];
        }
    }
}
