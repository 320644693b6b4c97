package org.yiban.policy.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.policy.families.Family;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.Literal;
import org.yiban.policy.gaps.Gap;

/** Tests of facts that stand in no table. */
final class Tests {

    private Tests() {}

    /** Business dates from one day to another; {@code null} if there is no bound. */
    static CellTest period(LocalDate from, LocalDate until) {
        if (from == null && until == null) {
            return CellTest.ANY;
        }
        Literal first = from == null ? null : new Literal.Day(from);
        Literal last = until == null ? null : new Literal.Day(until);
        return new CellTest(false, List.of(new CellTest.Span(first, first != null, last, last != null)));
    }

    /** What a gap is about, business dates among it. */
    static Map<String, List<CellTest>> of(Gap gap, Family family) {
        Map<String, List<CellTest>> tests = of(gap.when());
        tests.computeIfAbsent(family.businessDateFact(), fact -> new ArrayList<>())
                .add(period(gap.from(), gap.until()));
        return tests;
    }

    /** Facts and what is asked of them, as cells write it. */
    static Map<String, List<CellTest>> of(Map<String, String> written) {
        Map<String, List<CellTest>> tests = new LinkedHashMap<>();
        written.forEach((fact, cell) -> tests.put(fact, new ArrayList<>(List.of(CellTest.read(cell)))));
        return tests;
    }
}
