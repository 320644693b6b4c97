package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled tables fire the rows, and say the values, that the engine does as it is shipped. */
class CompiledTablesTest {

    private static final int SELDOM = 12;
    private static final List<DmnDecisionTableEvaluationEvent> EVENTS = new ArrayList<>();
    private static final DmnEngine STOCK = stock();

    private final DifferentialValues values = new DifferentialValues();

    static Stream<Named<Table>> tables() {
        return SweptPolicy.everyTable().stream().map(table -> Named.of(table.id(), table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSameRowsFireAndSayTheSameAsInTheShippedEngine(Table table) {
        int proved = 0;
        for (int i = 0; i < DifferentialValues.TRIES; i++) {
            // given
            Map<String, Object> facts = facts(table);

            if (!proved(table, facts)) {
                continue;
            }

            // when
            Judged judged = table.judge(facts, Set.of());

            // then
            proved++;
            assertThat(said(judged)).as("%s", facts).isEqualTo(stock(table, facts));
        }
        assertThat(proved).isPositive();
    }

    /** Mostly such as a row asks for; now and then anything. */
    private Map<String, Object> facts(Table table) {
        Table.TableRule aimedAt = values.any(table.rules());
        Map<String, Object> facts = new HashMap<>();
        for (Lane lane : table.lanes()) {
            Set<String> tests = new TreeSet<>();
            for (int rule = 0; rule < table.rules().size(); rule++) {
                if (lane.cell(rule) != null) {
                    tests.add(lane.cell(rule).test());
                }
            }
            List<Object> tried = new ArrayList<>();
            tried.add(null);
            values.near(tests, SELDOM).stream()
                    .map(value -> value instanceof LocalDate ? value.toString() : value)
                    .filter(value -> lane.proved(value) != null)
                    .forEach(tried::add);
            List<Object> aimed = tried.stream()
                    .filter(value -> aimedAt.cells().stream()
                            .filter(cell -> cell.column().equals(lane.column()))
                            .allMatch(cell -> table.engine().passes(cell, value)))
                    .toList();
            facts.put(lane.column().fact(), drawn(tried, aimed));
        }
        return facts;
    }

    private Object drawn(List<Object> tried, List<Object> aimed) {
        if (values.seldom(4 * SELDOM)) {
            return values.any(DifferentialValues.ODD);
        }
        return aimed.isEmpty() || values.seldom(SELDOM) ? values.any(tried) : values.any(aimed);
    }

    private static boolean proved(Table table, Map<String, Object> facts) {
        return table.constant()
                && table.lanes().stream()
                        .allMatch(lane -> lane.proved(facts.get(lane.column().fact())) != null);
    }

    private static List<String> said(Judged judged) {
        List<Integer> fired = Bits.list(judged.standing());
        if (fired.size() > 1 && !judged.table().collects()) {
            return List.of("several");
        }
        return judged.hits(fired).stream()
                .map(hit -> hit.rule() + typed(hit.row()))
                .toList();
    }

    private static List<String> stock(Table table, Map<String, Object> facts) {
        EVENTS.clear();
        try {
            STOCK.evaluateDecisionTable(table.decision(), facts);
        } catch (DmnEngineException e) {
            return List.of(e.getMessage().contains("DMN-03001") ? "several" : e.getMessage());
        }
        return EVENTS.get(0).getMatchingRules().stream()
                .map(rule -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    rule.getOutputEntries()
                            .forEach((name, entry) ->
                                    row.put(name, entry.getValue().getValue()));
                    return rule.getId() + typed(row);
                })
                .toList();
    }

    private static Map<String, String> typed(Map<String, Object> row) {
        Map<String, String> typed = new LinkedHashMap<>();
        row.forEach((name, value) ->
                typed.put(name, value == null ? null : value.getClass().getSimpleName() + " " + value));
        return typed;
    }

    private static DmnEngine stock() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(EVENTS::add));
        return configuration.buildEngine();
    }
}
