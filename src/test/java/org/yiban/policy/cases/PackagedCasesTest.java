package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

/** Every case of {@code processes/policy/cases} holds the packaged tables to the documents. */
class PackagedCasesTest {

    private static final Path POLICY = Path.of("processes", "policy");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);

    @TestFactory
    Stream<DynamicContainer> everyCaseOfTheRepositoryPasses() {
        return sheets().map(sheet -> DynamicContainer.dynamicContainer(
                sheet.stem(), CaseReader.read(sheet, POLICIES).stream().map(PackagedCasesTest::test)));
    }

    private static Stream<CaseSheet> sheets() {
        return CaseFiles.in(POLICY.resolve("cases")).stream().flatMap(file -> CaseFiles.open(file).stream());
    }

    private static DynamicTest test(PolicyCase policyCase) {
        return DynamicTest.dynamicTest(policyCase.name(), () -> assertThat(new CaseCheck(POLICIES).check(policyCase))
                .isEmpty());
    }
}
