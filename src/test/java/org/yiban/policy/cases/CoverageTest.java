package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Policies;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Provision;
import org.yiban.policy.tables.Citation;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.region.Regions;

/** Every provision that decides is carried by a rule and a case, and {@code docs/coverage.md} says by which. */
class CoverageTest {

    private static final Path REPORT = Path.of("docs", "coverage.md");
    private static final Path CASES = Path.of("processes", "policy", "cases");
    private static final String WRITE = "yiban.write";
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);

    private static List<Citation> citations;
    private static Coverage coverage;

    @BeforeAll
    static void askAllCases() {
        citations = DecisionTables.packaged().citations();
        coverage = Coverage.of(POLICIES, citations, cases());
    }

    @Test
    void everyProvisionThatDecidesHasARuleAndACase() {
        assertThat(coverage.defects()).isEmpty();
    }

    @Test
    void theReportIsWhatTheTablesAndCasesSay() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(REPORT, coverage.report());
        }

        assertThat(Files.readString(REPORT).equals(coverage.report()))
                .as("docs/coverage.md 是最新的；否则运行 mvn -q test -Dtest=CoverageTest -Dyiban.write=true")
                .isTrue();
    }

    @Test
    void aProvisionWithoutRuleOrCaseIsADefect() {
        // given
        ProvisionReference window = new ProvisionReference("SD2021-54 art.(四)[4]");
        List<Citation> others = citations.stream()
                .filter(citation -> !citation.provisions().contains(window))
                .toList();

        // when
        Coverage without = Coverage.of(POLICIES, others, Stream.empty());

        // then
        assertThat(without.defects())
                .contains(window + " 没有规则", window + " 没有案例", "NAT2021-43 没有案例")
                .doesNotContain("NAT2021-43 没有规则", "SD2021-54 附则[2] 没有规则");
    }

    @Test
    void aRuleThatRestsOnWhatDecidesNothingIsADefect() {
        // given
        Citation wrong =
                new Citation("a.dmn", "a", "a_rule", List.of(new ProvisionReference("SD2021-54 附则[2]")), List.of());

        // then
        assertThat(Coverage.of(POLICIES, List.of(wrong), Stream.empty()).defects())
                .contains("SD2021-54 附则[2] 写着不作决定，却有规则以它为依据：a_rule");
    }

    @Test
    void everyDocumentBringsItsProvisionsIntoTheReport() {
        String report = coverage.report();

        for (Document document : POLICIES.sources().documents()) {
            assertThat(report).contains("## " + document.id(), document.number());
            assertThat(document.provisions()).map(Provision::statement).allSatisfy(statement -> assertThat(report)
                    .contains(statement));
        }
    }

    private static Stream<PolicyCase> cases() {
        return CaseFiles.in(CASES).stream()
                .flatMap(file -> CaseFiles.open(file).stream())
                .flatMap(sheet -> CaseReader.read(sheet, POLICIES).stream());
    }
}
