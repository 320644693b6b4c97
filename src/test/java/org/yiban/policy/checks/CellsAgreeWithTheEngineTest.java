package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.families.Families;
import org.yiban.policy.families.Family;
import org.yiban.policy.tables.WrittenTable;
import org.yiban.policy.tables.WrittenTables;

/** What the checks count is what the engine does: on random questions the same rows of every table fire. */
class CellsAgreeWithTheEngineTest {

    private static final int QUESTIONS = 60;
    private static final WrittenTables TABLES = WrittenTables.packaged();
    private static final Map<String, Family> FAMILIES = new HashMap<>();

    static {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        Families.all(() -> calendar).forEach(family -> FAMILIES.put(family.name(), family));
    }

    static Stream<WrittenTable> tables() {
        return TABLES.tables().stream().filter(table -> !table.id().equals("precedence"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSameRowsFireAsTheBoxesSay(WrittenTable table) {
        // given
        Family family = FAMILIES.get(table.family());
        Map<String, Scale> scales = new LinkedHashMap<>();
        Stream.concat(family.facts().stream(), family.derived().stream().map(DerivedFact::fact))
                .forEach(fact -> scales.put(fact.name(), new Scale(fact)));
        FindingList findings = new FindingList();
        List<ReadRule> rules = new InputCheck(scales, findings).read(table);
        FamilySpace space = new FamilySpace(family, scales, rules, Map.of());
        Random random = new Random(20261122);

        for (int i = 0; i < QUESTIONS; i++) {
            // when
            Box question = question(space.everything(), random);
            List<String> counted = space.rules(table).stream()
                    .filter(rule -> rule.box().holds(question))
                    .map(rule -> rule.rule().id())
                    .toList();

            // then
            Map<String, Object> facts = space.example(question, List.of(table));
            assertThat(TABLES.fired(table, facts)).as("%s", facts).isEqualTo(counted);
        }
        assertThat(findings.all()).isEmpty();
    }

    private static Box question(Box everything, Random random) {
        List<BitSet> sides = new ArrayList<>();
        for (BitSet side : everything.sides()) {
            int[] pieces = side.stream().toArray();
            BitSet chosen = new BitSet();
            chosen.set(pieces[random.nextInt(pieces.length)]);
            sides.add(chosen);
        }
        return new Box(sides);
    }
}
