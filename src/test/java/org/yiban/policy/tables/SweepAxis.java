package org.yiban.policy.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;

/**
 * One fact of a sweep and the values tried for it, in classes that no condition tells apart.
 *
 * @param classes never none
 */
record SweepAxis(String fact, List<ValueClass> classes) {

    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2027;

    /**
     * Values that the same conditions let pass.
     *
     * @param passes the conditions, by place, that let them pass as far as this fact goes
     */
    record ValueClass(List<Object> values, BitSet passes) {}

    /** Tries values against all cells that ask for the fact, as the engine does. */
    static SweepAxis of(String fact, Collection<?> values, List<SweepCondition> conditions, TableEngine judge) {
        Map<BitSet, List<Object>> classes = new LinkedHashMap<>();
        for (Object value : values) {
            BitSet passes = new BitSet();
            for (int i = 0; i < conditions.size(); i++) {
                passes.set(i, conditions.get(i).passes(fact, value, judge));
            }
            classes.computeIfAbsent(passes, key -> new ArrayList<>()).add(value);
        }
        List<ValueClass> axis = new ArrayList<>();
        classes.forEach((passes, members) -> axis.add(new ValueClass(members, passes)));
        return new SweepAxis(fact, axis);
    }

    /**
     * What is tried for a fact: every value of an enumeration; each number and date that a cell names and its neighbours;
     * month ends and starts; nothing at all, where that is a statement of its own.
     */
    static Set<Object> values(Fact fact, Set<String> tests) {
        Set<Object> values = new LinkedHashSet<>();
        switch (fact.type()) {
            case FLAG -> values.addAll(List.of(true, false));
            case CHOICE -> values.addAll(fact.choices().keySet());
            case DATE -> dates(tests).forEach(day -> values.add(day.toString()));
            case YEAR, COUNT, MONEY, RATE -> values.addAll(numbers(fact, tests));
            case REGION, MONTH, WAGE_ANNOUNCEMENTS, TEXT ->
                values.addAll(Domain.text().examples(tests));
        }
        if (fact.presence() == Presence.NONE && fact.whenEmpty() == null) {
            values.add(null);
        }
        return values;
    }

    /** The days that tests name and their neighbours, and the first and last days of months. */
    static Set<LocalDate> dates(Set<String> tests) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Domain.date().examples(tests).forEach(day -> days.add(LocalDate.parse((String) day)));
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        for (LocalDate start = first; start.getYear() <= LAST_YEAR; start = start.plusMonths(1)) {
            days.add(start);
            days.add(start.minusDays(1));
        }
        return days;
    }

    private static Set<Object> numbers(Fact fact, Set<String> tests) {
        Set<Object> numbers = new LinkedHashSet<>(
                Domain.number(BigDecimal.ONE, fact.least(), fact.most()).examples(tests));
        numbers.add(fact.least() == null ? BigDecimal.ZERO : fact.least());
        numbers.add(fact.most() == null ? BigDecimal.valueOf(9999) : fact.most());
        return numbers;
    }
}
