package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiban.policy.tables.DecisionTables;

/**
 * Which set of tables answers on a business date. Sets are exchanged all at once while questions are asked: a question
 * is answered by one set alone, the one it found when it was asked.
 */
public final class TableVersions {

    private volatile TreeMap<LocalDate, DecisionTables> sets;

    /** One set, whatever the date. */
    public TableVersions(DecisionTables always) {
        sets = of(always, Map.of());
    }

    /** The set in force on a business date. */
    public DecisionTables on(LocalDate businessDate) {
        return sets.floorEntry(businessDate).getValue();
    }

    /** The sets there are, in the order in which they come into force. */
    public List<DecisionTables> sets() {
        return List.copyOf(sets.values());
    }

    /**
     * Takes other sets, for every question from now on.
     *
     * @param first the set in force before any other
     * @param from the business date on which each other set comes into force
     */
    public void exchange(DecisionTables first, Map<LocalDate, DecisionTables> from) {
        sets = of(first, from);
    }

    private static TreeMap<LocalDate, DecisionTables> of(DecisionTables first, Map<LocalDate, DecisionTables> from) {
        TreeMap<LocalDate, DecisionTables> sets = new TreeMap<>(from);
        sets.put(LocalDate.MIN, first);
        return sets;
    }
}
