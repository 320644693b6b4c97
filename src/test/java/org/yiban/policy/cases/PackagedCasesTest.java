package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

/** Every case of {@code processes/policy/cases} holds the packaged tables to the documents. */
class PackagedCasesTest {

    private static final Path POLICY = Path.of("processes", "policy");
    private static final Pattern RULE_ID = Pattern.compile("<rule id=\"([^\"]+)\"");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);

    @TestFactory
    Stream<DynamicContainer> everyCaseOfTheRepositoryPasses() {
        return sheets().map(sheet -> DynamicContainer.dynamicContainer(
                sheet.stem(), CaseReader.read(sheet, POLICIES).stream().map(PackagedCasesTest::test)));
    }

    @Test
    void everyRuleOfEveryTableIsHitBySomeCase() throws IOException {
        // given
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(POLICY)) {
            for (Path file : files.filter(PackagedCasesTest::answersCases).toList()) {
                RULE_ID.matcher(Files.readString(file)).results().forEach(rule -> rules.add(rule.group(1)));
            }
        }

        // when
        Set<String> hit = sheets().flatMap(sheet -> CaseReader.read(sheet, POLICIES).stream())
                .filter(policyCase -> policyCase.refused().isEmpty())
                .map(policyCase -> POLICIES.decide(policyCase.family(), policyCase.facts())
                        .explanation()
                        .ruleId())
                .filter(Objects::nonNull)
                .flatMap(fired -> Stream.of(fired.split(";")))
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(hit).isEqualTo(rules).isNotEmpty();
    }

    private static Stream<CaseSheet> sheets() {
        return CaseFiles.in(POLICY.resolve("cases")).stream().flatMap(file -> CaseFiles.open(file).stream());
    }

    private static boolean answersCases(Path file) {
        return file.toString().endsWith(".dmn")
                && !file.getFileName().toString().equals("precedence.dmn");
    }

    private static DynamicTest test(PolicyCase policyCase) {
        return DynamicTest.dynamicTest(policyCase.name(), () -> assertThat(new CaseCheck(POLICIES).check(policyCase))
                .isEmpty());
    }
}
