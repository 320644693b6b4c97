package org.yiban.backpay.options;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Answer;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;

/**
 * Asks the family {@code minimum-years}; where its answer depends on the way of counting that the person chooses, each way.
 */
@Component
class TestingYears {

    private static final String OPTION = "option";

    private final AskedFacts asked;
    private final DecisionWords words;

    TestingYears(Policies policies, DecisionWords words) {
        this.asked = new AskedFacts(policies);
        this.words = words;
    }

    /**
     * The tests: passed ones first, then those with the smaller gap.
     *
     * @throws ProblemException naming every fact that is missing where it matters, or wrong
     */
    List<YearsTest> test(Map<String, String> facts) {
        String chosen = facts.get(OPTION);
        if (chosen != null && !chosen.isBlank()) {
            return List.of(test(facts, chosen.strip()));
        }
        if (!AskedFacts.open(() -> asked.ask(AskedFacts.YEARS, facts)).contains(OPTION)) {
            return List.of(test(facts, null));
        }
        List<YearsTest> tests =
                AskedFacts.each(asked.choices(AskedFacts.YEARS, OPTION).keySet(), option -> test(facts, option));
        tests.sort(Comparator.comparingInt(YearsTest::rank));
        return tests;
    }

    private YearsTest test(Map<String, String> facts, String option) {
        Map<String, String> question = new HashMap<>(facts);
        String title = null;
        if (option != null) {
            question.put(OPTION, option);
            title = asked.choices(AskedFacts.YEARS, OPTION).get(option);
        }
        Answer answer = asked.ask(AskedFacts.YEARS, question);
        Map<String, Object> results = answer.results();
        return new YearsTest(
                option,
                title,
                answer.outcome(),
                (Integer) results.get("requiredTotalMonths"),
                (Integer) results.get("requiredActualMonths"),
                (String) results.get("actualScope"),
                count(results, "shortfallMonths"),
                count(results, "actualShortfallMonths"),
                count(results, "cumulativeShortfallMonths"),
                words.inShort(answer.explanation()),
                answer.basis(),
                answer.explanation());
    }

    private static int count(Map<String, Object> results, String name) {
        return (Integer) results.getOrDefault(name, 0);
    }
}
