package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.Row;
import org.yiban.region.Regions;

/** A family with a part: what its own tables say, and what another document adds. */
class ConsultationTest {

    private static final Regions REGIONS = Regions.load();
    private static final Family FAMILY = new SampleFamily();

    @TempDir
    Path folder;

    private DecisionTables tables;

    @BeforeEach
    void writeTables() throws IOException {
        write(
                "precedence.dmn",
                table(
                        "precedence",
                        "RULE ORDER",
                        List.of("family"),
                        List.of("folder", "instrument"),
                        "\"sample\" | \"1-own\" | \"OWN\"",
                        "\"sample/stay\" | \"1-own\" | \"OTHER\""));
        write(
                "1-own/sample.dmn",
                table(
                                "sample_1_OWN",
                                "UNIQUE",
                                List.of("kind"),
                                List.of("outcome", "countFrom", "basis"),
                                "\"A\" | \"DECIDED\" | \"amount\" | \"OWN 1;OWN 2\"",
                                "\"B\" | \"REFER\" | | \"OWN 3\"")
                        + table(
                                "sampleStay_1_OTHER",
                                "UNIQUE",
                                List.of("kind", "inHospital"),
                                List.of("stayPaidBy", "basis"),
                                "\"A\",\"B\" | true | \"TRANSFER_IN\" | \"OTHER 4;OWN 2\""));
        tables = DecisionTables.in(folder);
    }

    @Test
    void aPartAddsItsResultsAndProvisions() {
        // when
        Explanation explanation =
                ask(Map.of("kind", "A", "amount", "5", "inHospital", "true")).explanation();

        // then
        assertThat(explanation.results())
                .isEqualTo(Map.of(
                        "outcome", "DECIDED",
                        "amountCounted", 5,
                        "stayPaidBy", "TRANSFER_IN",
                        "basis", "OWN 1;OWN 2;OTHER 4"));
        assertThat(explanation.instrument()).isEqualTo("OWN;OTHER");
        assertThat(explanation.tableId()).isEqualTo("sample_1_OWN;sampleStay_1_OTHER");
        assertThat(explanation.ruleId()).isEqualTo("sample_1_OWN_rule0;sampleStay_1_OTHER_rule0");
    }

    @Test
    void aPartWithoutARowAddsNothing() {
        // when
        Answer answer = ask(Map.of("kind", "A", "amount", "5", "inHospital", "false"));

        // then
        assertThat(answer.results()).doesNotContainKey("stayPaidBy").containsEntry("basis", "OWN 1;OWN 2");
    }

    @Test
    void whatIsLeftToAPersonStillStatesItsPart() {
        // when
        Answer answer = ask(Map.of("kind", "B", "inHospital", "true"));

        // then
        assertThat(answer.outcome()).isEqualTo(Outcome.REFER);
        assertThat(answer.results()).containsEntry("stayPaidBy", "TRANSFER_IN");
    }

    @Test
    void noRuleAtAllIsReferAndSaysSo() {
        // when
        Explanation explanation = ask(Map.of("kind", "C")).explanation();

        // then
        assertThat(explanation.results()).isEqualTo(Map.of("outcome", "REFER"));
        assertThat(explanation.ruleId()).isNull();
        assertThat(explanation.ruleText()).contains("人工");
    }

    @Test
    void whatThePartAndTheCountingAskForIsNamedTogether() {
        assertThatThrownBy(() -> ask(Map.of("kind", "A")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly("amount", "inHospital"));
    }

    private Answer ask(Map<String, String> given) {
        Facts facts = new FactReader(REGIONS).read(FAMILY.facts(), FAMILY.derived(), given, FAMILY::check);
        return new Consultation(tables, new Silences(new Gaps(List.of())), FAMILY, facts).answer();
    }

    private void write(String path, String decisions) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
                        + decisions + "</definitions>");
    }

    /** A table; its rules are written as cells between bars, inputs before outputs. */
    private static String table(
            String id, String hitPolicy, List<String> inputs, List<String> outputs, String... rules) {
        StringBuilder xml = new StringBuilder(
                "<decision id=\"%s\" name=\"d\"><decisionTable hitPolicy=\"%s\">".formatted(id, hitPolicy));
        inputs.forEach(input -> xml.append(
                "<input id=\"%1$s_%2$s\"><inputExpression id=\"%1$s_e_%2$s\"><text>%2$s</text></inputExpression></input>"
                        .formatted(id, input)));
        outputs.forEach(output ->
                xml.append("<output id=\"%1$s_o_%2$s\" name=\"%2$s\" typeRef=\"string\"/>".formatted(id, output)));
        for (int rule = 0; rule < rules.length; rule++) {
            xml.append("<rule id=\"%s_rule%d\">".formatted(id, rule));
            String[] cells = rules[rule].split("\\|");
            for (int cell = 0; cell < cells.length; cell++) {
                String element = cell < inputs.size() ? "inputEntry" : "outputEntry";
                xml.append("<%1$s><text>%2$s</text></%1$s>".formatted(element, cells[cell].strip()));
            }
            xml.append("</rule>");
        }
        return xml.append("</decisionTable></decision>").toString();
    }

    private static final class SampleFamily implements Family {

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String label() {
            return "例子";
        }

        @Override
        public List<Fact> facts() {
            return List.of(
                    Fact.choice("kind", "种类", "A", "甲", "B", "乙", "C", "丙"),
                    Fact.count("amount", "数目", "个"),
                    Fact.flag("inHospital", "住院", "是", "否"));
        }

        @Override
        public List<Result> results() {
            return List.of(
                    Result.outcome(),
                    Result.months("amountCounted", "数目", "数到 {}"),
                    Result.choice("stayPaidBy", "住院费用由哪边付", "TRANSFER_IN", "转入地付"),
                    Result.basis());
        }

        @Override
        public String regionFact() {
            return null;
        }

        @Override
        public List<TableOutput> outputs() {
            return List.of(TableOutput.outcome(Outcome.DECIDED));
        }

        @Override
        public String businessDateFact() {
            return "decidedOn";
        }

        @Override
        public LocalDate businessDate(Facts facts) {
            return LocalDate.of(2023, 1, 1);
        }

        @Override
        public List<String> parts() {
            return List.of("stay");
        }

        @Override
        public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
            Map<String, Object> results = new LinkedHashMap<>(row.values());
            if (row.states("countFrom")) {
                results.put("amountCounted", facts.count(row.text("countFrom")));
            }
            return results;
        }
    }
}
