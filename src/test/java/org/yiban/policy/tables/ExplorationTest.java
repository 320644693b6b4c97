package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that are not stated, judged in three values. Rules are written as {@code kind | months | paidOn => answer}. */
class ExplorationTest {

    private static final Speaker FIRST = new Speaker("1-first", null);
    private static final Speaker SECOND = new Speaker("2-second", null);
    private static final Domain KIND = Domain.of(Set.of("A", "B", "C"));
    private static final Domain MONTHS = Domain.number(BigDecimal.ONE, BigDecimal.ZERO, null);
    private static final Domain DATE = Domain.date();

    @TempDir
    Path folder;

    @Test
    void whatNoRuleAsksForMayBeOpen() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | - | - => one", "not(\"A\") | - | - => two");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings).isEqualTo(new Findings<>(List.of("one"), Set.of(), findings.nearest()));
    }

    @Test
    void aRuleThatCannotHitAsksForNothing() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | >= 4 | - => one", "\"B\" | - | - => two");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "B"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings).isEqualTo(new Findings<>(List.of("two"), Set.of(), findings.nearest()));
    }

    @Test
    void whereNoRuleMayHitNothingIsAskedFor() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | >= 4 | - => one");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "B"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings).isEqualTo(new Findings<>(List.of("nothing"), Set.of(), findings.nearest()));
    }

    @Test
    void anAnswerThatDependsNamesTheFactsItDependsOnAndNoOther() throws IOException {
        // given
        DecisionTables tables = tables(
                "UNIQUE",
                "\"A\" | <= 3 | - => one",
                "\"A\" | >= 4 | - => two",
                "\"B\" | - | >= date(\"2022-04-01\") => x");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings.decisive()).containsExactly("months");
        assertThat(findings.answers()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void allFactsThatMatterAreNamedAtOnce() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | >= 4 | >= date(\"2022-04-01\") => one");

        // when
        Findings<String> findings = ask(tables, Map.of(), Map.of("kind", KIND, "months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings.decisive()).containsExactlyInAnyOrder("kind", "months", "paidOn");
        assertThat(findings.answers()).containsExactlyInAnyOrder("one", "nothing");
    }

    @Test
    void rulesThatAnswerTheSameForAllValuesOfAFactAnswerWithoutIt() throws IOException {
        // given: together the rows cover every number of months
        DecisionTables tables =
                tables("UNIQUE", "\"A\" | 0 | - => same", "\"A\" | [1..3] | - => same", "\"A\" | > 3 | - => same");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings).isEqualTo(new Findings<>(List.of("same"), Set.of(), findings.nearest()));
    }

    @Test
    void aGapBetweenRulesThatAnswerTheSameIsFound() throws IOException {
        // given: nothing is said of exactly three months
        DecisionTables tables = tables("UNIQUE", "- | < 3 | - => same", "- | > 3 | - => same");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings.answers()).containsExactlyInAnyOrder("same", "nothing");
        assertThat(findings.decisive()).containsExactly("months");
    }

    @Test
    void everyValueOfAnEnumerationCounts() throws IOException {
        // given
        DecisionTables covered = tables("UNIQUE", "\"A\" | - | - => same", "\"B\",\"C\" | - | - => same");
        Findings<String> all = ask(covered, Map.of(), Map.of("kind", KIND, "months", MONTHS, "paidOn", DATE));
        DecisionTables oneLeft = tables("UNIQUE", "\"A\" | - | - => same", "\"B\" | - | - => same");

        // when
        Findings<String> some = ask(oneLeft, Map.of(), Map.of("kind", KIND, "months", MONTHS, "paidOn", DATE));

        // then
        assertThat(all).isEqualTo(new Findings<>(List.of("same"), Set.of(), all.nearest()));
        assertThat(some.decisive()).containsExactly("kind");
    }

    @Test
    void daysOnBothSidesOfEveryDayNamedCount() throws IOException {
        // given
        DecisionTables tables = tables(
                "UNIQUE",
                "- | - | < date(\"2022-04-01\") => before",
                "- | - | [date(\"2022-04-01\")..date(\"2025-08-31\")] => during",
                "- | - | > date(\"2025-08-31\") => after");

        // when
        Findings<String> findings = ask(tables, Map.of(), Map.of("kind", KIND, "months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings.answers()).containsExactlyInAnyOrder("before", "during", "after");
        assertThat(findings.decisive()).containsExactly("paidOn");
    }

    @Test
    void theNextDocumentIsHeardWhereTheFirstMayHaveNoRule() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", List.of("\"A\" | <= 3 | - => one"), List.of("- | - | - => other"));

        // when
        Findings<String> depends =
                ask(tables, List.of(FIRST, SECOND), Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));
        Findings<String> next =
                ask(tables, List.of(FIRST, SECOND), Map.of("kind", "B"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(depends.answers()).containsExactlyInAnyOrder("one", "other");
        assertThat(depends.decisive()).containsExactly("months");
        assertThat(next).isEqualTo(new Findings<>(List.of("other"), Set.of(), next.nearest()));
    }

    @Test
    void twoDocumentsThatAnswerTheSameNeedNoFactToTellThemApart() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", List.of("- | <= 3 | - => same"), List.of("- | - | - => same"));

        // when
        Findings<String> findings =
                ask(tables, List.of(FIRST, SECOND), Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(findings).isEqualTo(new Findings<>(List.of("same"), Set.of(), findings.nearest()));
    }

    @Test
    void aTableThatCollectsAnswersWithAllItsRows() throws IOException {
        // given
        DecisionTables tables = tables("COLLECT", "\"A\" | - | - => one", "- | >= 4 | - => two");

        // when
        Findings<String> stated = ask(tables, Map.of("kind", "A", "months", 5, "paidOn", "2022-04-01"), Map.of());
        Findings<String> open = ask(tables, Map.of("kind", "A"), Map.of("months", MONTHS, "paidOn", DATE));

        // then
        assertThat(stated.answers()).containsExactly("one;two");
        assertThat(open.answers()).containsExactlyInAnyOrder("one", "one;two");
        assertThat(open.decisive()).containsExactly("months");
    }

    @Test
    void twoRowsOfAUniqueTableThatBothHitAreADefectWithOpenFactsToo() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | - | - => one", "- | >= 4 | - => two", "\"A\" | 7 | - => x");

        // then
        assertThatThrownBy(() -> ask(tables, Map.of("kind", "A", "months", 7), Map.of("paidOn", DATE)))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("test_1");
    }

    @Test
    void theRuleThatFiresTellsTheCellsThatMadeItAndLeavesOutOpenFacts() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", "\"A\" | >= 4 | - => one");
        List<Checked> checked = new ArrayList<>();

        // when
        tables.consult(List.of(FIRST), "test", Map.of("kind", "A", "months", 5), Map.of("paidOn", DATE), ruling -> {
            ruling.hits().forEach(hit -> checked.addAll(hit.checked()));
            return ruling.answered();
        });

        // then
        assertThat(checked).containsExactly(new Checked("kind", "A", "\"A\""), new Checked("months", 5, ">= 4"));
    }

    @Test
    void rulesNearestToFiringAreToldByFewestCellsThatFailThenByTheirOrder() throws IOException {
        // given
        DecisionTables tables = tables(
                "UNIQUE",
                "\"B\" | >= 9 | - => two",
                "\"B\" | - | - => three",
                "\"A\" | < 3 | - => four",
                "\"A\" | >= 9 | - => five",
                "\"A\" | [3..8] | - => fires");

        // when
        Findings<String> findings = ask(tables, Map.of("kind", "A", "months", 5), Map.of("paidOn", DATE));

        // then
        assertThat(findings.answers()).containsExactly("fires");
        assertThat(findings.nearest())
                .extracting(NearMiss::failed)
                .containsExactly(
                        List.of(new Checked("kind", "A", "\"B\"")),
                        List.of(new Checked("months", 5, "< 3")),
                        List.of(new Checked("months", 5, ">= 9")));
    }

    @Test
    void documentsBehindTheOneThatAnswersHaveNoNearRules() throws IOException {
        // given
        DecisionTables tables = tables("UNIQUE", List.of("\"A\" | - | - => one"), List.of("\"B\" | - | - => two"));

        // when
        List<NearMiss> answered = ask(tables, List.of(FIRST, SECOND), Map.of("kind", "A"), Map.of())
                .nearest();
        List<NearMiss> silent = ask(tables, List.of(FIRST, SECOND), Map.of("kind", "C"), Map.of())
                .nearest();

        // then
        assertThat(answered).isEmpty();
        assertThat(silent).extracting(NearMiss::table).containsExactly("test_1", "test_2");
    }

    private static Findings<String> ask(DecisionTables tables, Map<String, Object> known, Map<String, Domain> open) {
        return ask(tables, List.of(FIRST), known, open);
    }

    private static Findings<String> ask(
            DecisionTables tables, List<Speaker> speakers, Map<String, Object> known, Map<String, Domain> open) {
        return tables.consult(
                speakers,
                "test",
                known,
                open,
                ruling -> ruling.answered() ? ruling.row().text("answer") : "nothing");
    }

    private DecisionTables tables(String hitPolicy, String... rules) throws IOException {
        return tables(hitPolicy, List.of(rules), List.of());
    }

    private DecisionTables tables(String hitPolicy, List<String> first, List<String> second) throws IOException {
        Files.copy(
                Path.of("processes", "policy", "precedence.dmn"),
                folder.resolve("precedence.dmn"),
                StandardCopyOption.REPLACE_EXISTING);
        write(FIRST, hitPolicy, first);
        write(SECOND, hitPolicy, second);
        return DecisionTables.in(folder);
    }

    private void write(Speaker speaker, String hitPolicy, List<String> rules) throws IOException {
        String table = speaker.table("test");
        String xml = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="%s" name="d">
                    <decisionTable hitPolicy="%s">
                      <input id="i1"><inputExpression id="e1" typeRef="string"><text>kind</text></inputExpression></input>
                      <input id="i2"><inputExpression id="e2" typeRef="integer"><text>months</text></inputExpression></input>
                      <input id="i3"><inputExpression id="e3"><text>date(paidOn)</text></inputExpression></input>
                      <output id="o" name="answer" typeRef="string"/>
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(
                table, hitPolicy, rules.stream().map(ExplorationTest::rule).collect(Collectors.joining()));
        Path file = folder.resolve(speaker.file("test"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml);
    }

    private static String rule(String rule) {
        String[] sides = rule.split("=>");
        String id = "rule" + Math.abs(rule.hashCode());
        String cells = Arrays.stream(sides[0].split("\\|"))
                .map(cell -> cell.strip().replace("<", "&lt;"))
                .map(cell -> "<inputEntry><text>" + cell + "</text></inputEntry>")
                .collect(Collectors.joining());
        return "<rule id=\"%s\">%s<outputEntry><text>\"%s\"</text></outputEntry></rule>"
                .formatted(id, cells, sides[1].strip());
    }
}
