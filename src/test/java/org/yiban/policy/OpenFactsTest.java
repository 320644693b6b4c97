package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Fact.Presence;
import org.yiban.region.Regions;

/** What is promised of facts that are left open, on random questions to the packaged tables. */
class OpenFactsTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Policies POLICIES = Policies.packaged(Regions.load(), () -> CALENDAR);
    private static final List<String> FAMILIES =
            POLICIES.families().stream().sorted().toList();
    private static final List<String> REGIONS = List.of("220000", "370100", "371500", "370800", "211200", "110101");
    private static final List<String> DATES = List.of(
            "2020-09-01",
            "2021-11-01",
            "2021-12-15",
            "2022-03-31",
            "2022-04-01",
            "2022-10-01",
            "2023-06-30",
            "2025-08-31",
            "2026-01-01");
    private static final List<String> COUNTS = List.of("0", "3", "4", "119", "120", "180", "300", "360");

    /** A question with every fact stated, and the facts of it that are left out. */
    record Question(String family, Map<String, String> facts, List<String> leftOut) {

        Map<String, String> partly() {
            Map<String, String> stated = new HashMap<>(facts);
            leftOut.forEach(stated::remove);
            return stated;
        }
    }

    @Property(tries = 2000)
    void anAnswerGivenWithOpenFactsStandsWhateverTheyTurnOutToBe(@ForAll("questions") Question question) {
        Answer early = answerOrNull(question.family(), question.partly());
        Answer complete = answerOrNull(question.family(), question.facts());

        if (early != null && complete != null) {
            assertThat(withoutBasis(complete)).containsAllEntriesOf(withoutBasis(early));
            assertThat(complete.basis()).containsAll(early.basis());
            if (!mayStateLess(early)) {
                assertThat(complete.results()).isEqualTo(early.results());
            }
        }
    }

    /** A REFER states only what is certain; arrears are priced only once their base is stated, as the contract says. */
    private static boolean mayStateLess(Answer answer) {
        return Outcome.REFER.name().equals(answer.results().get(Result.OUTCOME))
                || answer.explanation().family().equals("arrears");
    }

    private static Map<String, Object> withoutBasis(Answer answer) {
        Map<String, Object> results = new HashMap<>(answer.results());
        results.remove(Result.BASIS);
        return results;
    }

    @Property(tries = 200)
    void statingWhatIsAskedForIsEnough(@ForAll("questions") Question question) {
        if (answerOrNull(question.family(), question.facts()) == null) {
            return;
        }
        Map<String, String> stated = question.partly();
        for (String asked : askedFor(question.family(), question.partly())) {
            stated.put(asked, question.facts().get(asked));
        }

        assertThat(askedFor(question.family(), stated)).isEmpty();
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.randomValue(OpenFactsTest::question);
    }

    private static Question question(Random random) {
        String family = pick(FAMILIES, random);
        Map<String, String> facts = new HashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Fact fact : POLICIES.declaredFacts(family)) {
            facts.put(fact.name(), value(fact, random));
            if (fact.presence() == Presence.OPEN && random.nextInt(3) == 0) {
                leftOut.add(fact.name());
            }
        }
        if (statesNoResidentYearIfEmpty(family, facts)) {
            leftOut.remove("coverageYear");
        }
        return new Question(family, facts, leftOut);
    }

    /** Of those who move into the employee scheme the contract reads an empty year as none paid: a statement, not open. */
    private static boolean statesNoResidentYearIfEmpty(String family, Map<String, String> facts) {
        return family.equals("waiting-period")
                && facts.get("scheme").equals("EMPLOYEE")
                && facts.get("event").equals("SWITCHED");
    }

    private static String value(Fact fact, Random random) {
        return switch (fact.type()) {
            case REGION -> pick(REGIONS, random);
            case DATE -> pick(DATES, random);
            case MONTH -> pick(DATES, random).substring(0, 7);
            case YEAR -> String.valueOf(2021 + random.nextInt(3));
            case COUNT -> pick(COUNTS, random);
            case MONEY -> 3000 + random.nextInt(4000) + ".00";
            case RATE -> "0.07";
            case FLAG -> String.valueOf(random.nextBoolean());
            case CHOICE -> pick(List.copyOf(fact.choices().keySet()), random);
            case WAGE_ANNOUNCEMENTS -> "220000:2021:6000.00:2022-07-12;211200:2021:5500.00:2022-07-12";
            case TEXT -> "";
        };
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /** {@code null} if the facts contradict each other or some are asked for. */
    private static Answer answerOrNull(String family, Map<String, String> facts) {
        try {
            return POLICIES.decide(family, facts);
        } catch (ProblemException e) {
            return null;
        }
    }

    private static List<String> askedFor(String family, Map<String, String> facts) {
        try {
            POLICIES.decide(family, facts);
            return List.of();
        } catch (ProblemException e) {
            return e.violations().stream().map(Violation::field).toList();
        }
    }
}
