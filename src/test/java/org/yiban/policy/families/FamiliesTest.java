package org.yiban.policy.families;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;
import org.yiban.region.Regions;

/** What every family owes to those that ask it. */
class FamiliesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Regions REGIONS = Regions.load();
    private static final Map<String, String> BY_TYPE =
            Map.of("REGION", "370800", "DATE", "2023-03-06", "MONTH", "2023-03", "CHOICE", "");

    /** No table speaks, and nothing but what must be stated is: that is for a person, not a failure. */
    @TestFactory
    Stream<DynamicTest> whereNoRuleSpeaksNothingIsAskedAndNothingFails() {
        return Families.all(() -> CALENDAR).stream()
                .map(family -> DynamicTest.dynamicTest(family.name(), () -> assertThatCode(() -> family.conclude(
                                onlyRequired(family), Row.of(Map.of(Result.OUTCOME, "REFER")), new Steps()))
                        .doesNotThrowAnyException()));
    }

    private static Facts onlyRequired(Family family) {
        Map<String, String> given = new HashMap<>();
        family.facts().stream()
                .filter(fact -> fact.presence() == Presence.REQUIRED)
                .forEach(fact -> given.put(fact.name(), sample(fact)));
        return new FactReader(REGIONS).read(family.facts(), family.derived(), given, family::check);
    }

    private static String sample(Fact fact) {
        return fact.choices().isEmpty()
                ? BY_TYPE.get(fact.type().name())
                : fact.choices().keySet().iterator().next();
    }
}
