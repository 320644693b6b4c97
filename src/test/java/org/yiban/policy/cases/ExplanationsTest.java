package org.yiban.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Path DOCUMENT = Path.of("docs", "explanations.md");
    private static final String HEAD = """
            # 决策说明：三十个例子

            系统对每一次决策都用这样的话说明：结论；为什么转人工；依据哪份文件哪一条，怎么说；看了哪些事实；怎样算的；最接近的别的规定，差在哪里。窗口人员可以照着说给群众听。最后一行小字（决策表、版本、规则）供核对。

            本文件由 `ExplanationsTest` 从 `processes/policy/cases` 的案例生成，不要手改；表、条款、措辞变了以后重新生成：`mvn -q test -Dtest=ExplanationsTest -Dyiban.write=true`。同一个测试检查全部案例的说明：没有代码和标识符，句子完整，算出的数与结论一致，存下来再读出来不变。

            同样的话，命令行用 `decide`，接口用 `POST /api/decisions/{类别}` 的 `sentences`，案件页“决策说明”一栏里都有。
            """;
    private static final List<String> SAMPLES = List.of(
            "TD-V-018",
            "TD-V-006",
            "TD-V-025",
            "TD-V-015",
            "RE-V-018",
            "RE-V-020",
            "RE-V-023",
            "RA-V-004",
            "RA-B-022",
            "MY-V-002",
            "MY-V-015",
            "RB-V-005",
            "RB-V-021",
            "SU-V-001",
            "SU-V-006",
            "CB-V-004",
            "CB-V-013",
            "RC-V-006",
            "DE-V-006",
            "DE-V-014",
            "EO-V-012",
            "AR-V-004",
            "AR-V-021",
            "DS-V-007",
            "DS-V-022",
            "BX-V-003",
            "BC-V-030",
            "WP-V-055",
            "WP-V-005",
            "WX-V-004");

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
    void theSamplesAreWhatIsSaid() throws IOException {
        // given
        StringBuilder current = new StringBuilder(HEAD);
        SAMPLES.forEach(name -> current.append(sample(name)));

        // when
        if (Boolean.getBoolean("yiban.write")) {
            Files.writeString(DOCUMENT, current);
        }

        // then
        assertThat(SAMPLES.stream().map(name -> EXPLANATIONS.get(name).family()).distinct())
                .hasSameElementsAs(POLICIES.families());
        assertThat(DOCUMENT).hasContent(current.toString());
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

    private static String sample(String name) {
        ExplainedDecision told = WORDS.explain(EXPLANATIONS.get(name));
        StringBuilder sample =
                new StringBuilder("\n## %d. %s（案例 %s）\n\n".formatted(SAMPLES.indexOf(name) + 1, told.subject(), name));
        told.sentences()
                .forEach(sentence -> sample.append("- ").append(sentence).append('\n'));
        if (told.source() != null) {
            sample.append("\n<sub>").append(told.source()).append("</sub>\n");
        }
        return sample.toString();
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
