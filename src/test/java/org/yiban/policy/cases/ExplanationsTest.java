package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Explanation;
import org.yiban.policy.KeptExplanations;
import org.yiban.policy.Policies;
import org.yiban.policy.Result;
import org.yiban.policy.ResultType;
import org.yiban.policy.Step;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.explain.ExplainedDecision;
import org.yiban.region.Regions;

/** The explanations of all cases of the repository. */
class ExplanationsTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Regions REGIONS = Regions.load();
    private static final Policies POLICIES = Policies.packaged(REGIONS, () -> CALENDAR);
    private static final DecisionWords WORDS = new DecisionWords(POLICIES, REGIONS);
    private static final Map<String, Explanation> EXPLANATIONS = new LinkedHashMap<>();

    /** Identifiers, codes of open readings and provisions, placeholders, doubled or hanging marks. */
    private static final Pattern UNSPOKEN =
            Pattern.compile("[A-Za-z_{}\\[\\]<>]|[。，；：、]{2}|[（“][。，；：、]|[，；：、][）”]|  |（）|^[。，；]|\\d{4}-\\d{2}");

    @BeforeAll
    static void decideEveryCase() {
        CaseFiles.packaged().stream()
                .flatMap(sheet -> CaseReader.read(sheet, POLICIES).stream())
                .filter(asked -> asked.refused().isEmpty())
                .forEach(asked -> EXPLANATIONS.put(
                        asked.name(),
                        POLICIES.decide(asked.family(), asked.facts()).explanation()));
    }

    @Test
    void everySentenceCanBeSaid() {
        List<String> unspoken = new ArrayList<>();
        EXPLANATIONS.forEach((name, explanation) -> {
            ExplainedDecision told = WORDS.explain(explanation);
            told.sentences().stream()
                    .filter(sentence -> UNSPOKEN.matcher(sentence).find() || !sentence.endsWith("。"))
                    .forEach(sentence -> unspoken.add(name + " " + sentence));
            if (told.basis().isEmpty() && told.referral().isEmpty()) {
                unspoken.add(name + " says neither by what it is decided nor why it is not");
            }
        });

        assertThat(EXPLANATIONS).hasSizeGreaterThan(1000);
        assertThat(unspoken).isEmpty();
    }

    @Test
    void whatWasCountedComesToTheResult() {
        List<String> other = new ArrayList<>();
        EXPLANATIONS.forEach((name, explanation) -> POLICIES.declaredResults(explanation.family()).stream()
                .filter(result -> counted(result, explanation))
                .filter(result -> !said(result, explanation))
                .forEach(result -> other.add(name + " " + result.name())));

        assertThat(other).isEmpty();
    }

    @Test
    void aKeptExplanationReadsBackEqual() {
        EXPLANATIONS.forEach((name, explanation) ->
                assertThat(KeptExplanations.readBack(explanation)).as(name).isEqualTo(explanation));
    }

    private static boolean counted(Result result, Explanation explanation) {
        boolean figure = result.type() != ResultType.CHOICE && result.type() != ResultType.FLAG;
        return figure
                && explanation.results().containsKey(result.name())
                && explanation.reasons().steps().stream().map(Step::result).anyMatch(result.name()::equals);
    }

    /** Whether a step of the result, or for a base of its bounds, was done with its value. */
    private static boolean said(Result result, Explanation explanation) {
        List<String> values =
                List.of(explanation.results().get(result.name()).toString().split(";"));
        List<String> arguments = explanation.reasons().steps().stream()
                .filter(step ->
                        step.result().equals(result.name()) || step.result().equals("bound"))
                .flatMap(step -> step.arguments().stream())
                .map(Object::toString)
                .toList();
        return values.stream().allMatch(value -> value.equals("0") || arguments.contains(value));
    }
}
