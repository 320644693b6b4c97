package org.yiban.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.Reasons;
import org.yiban.policy.tables.Checked;
import org.yiban.policy.tables.NearMiss;
import org.yiban.region.Regions;

/** Explanations that the tables of the repository do not bring about. */
class DecisionWordsTest {

    private static final Regions REGIONS = Regions.load();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final DecisionWords WORDS = new DecisionWords(Policies.packaged(REGIONS, () -> CALENDAR), REGIONS);

    @Test
    void whatAPersonDecidedIsSaidInTheirOwnWords() {
        // when
        ExplainedDecision told = WORDS.explain(explanation("主管确定 12 个工作日；理由：人手不足", Reasons.NONE));

        // then
        assertThat(told.sentences())
                .contains("文件没有规定，由本机构决定。", "主管确定 12 个工作日；理由：人手不足。")
                .noneMatch(sentence -> sentence.contains("AGENCY"));
        assertThat(told.source()).isNull();
    }

    @Test
    void aCellInAFormWithoutWordsIsLeftUnsaid() {
        // given
        Checked odd = new Checked("acceptedOn", "2023-03-06", "? > date(\"2020-01-01\") and ? < date(\"2030-01-01\")");
        Checked gone = new Checked("factOfAnOlderRelease", 3, "< 3");
        Reasons reasons = new Reasons(
                List.of(odd, gone),
                List.of(),
                List.of(
                        new NearMiss("X", "t", "v", "r", "别的", List.of(odd)),
                        new NearMiss("X", "t", "v", "s", "别的", List.of(gone))),
                List.of());

        // when
        ExplainedDecision told = WORDS.explain(explanation("规则", reasons));

        // then
        assertThat(told.facts()).contains("受理日期是2023年3月6日");
        assertThat(told.others()).isEmpty();
    }

    @Test
    void aLetterNamesTheDocumentAndThePlaceAndNeverAnId() {
        // given
        CitingProvisions citing = new CitingProvisions(Policies.packaged(REGIONS, () -> CALENDAR));

        // when
        String below = citing.below(List.of(
                new ProvisionReference("SD2021-54 art.(九)[2]"), new ProvisionReference("JL2022-19 art.7(2)[a]")));

        // then
        assertThat(below.lines().filter(line -> !line.isEmpty()))
                .satisfiesExactly(
                        first ->
                                assertThat(first).startsWith("依据鲁医保发〔2021〕54号《").contains("》（九）：省内"),
                        second -> assertThat(second)
                                .startsWith("依据吉医保联〔2022〕19号《")
                                .contains("》第7条（2）："));
        assertThat(citing.below(List.of())).isEmpty();
    }

    private static Explanation explanation(String ruleText, Reasons reasons) {
        return new Explanation(
                "transfer-deadline",
                LocalDate.of(2023, 3, 6),
                Map.of("fromRegion", "370800", "toRegion", "371500", "acceptedOn", "2023-03-06"),
                null,
                null,
                null,
                null,
                ruleText,
                Map.of("outcome", "DECIDED", "workingDays", 12, "basis", "AGENCY"),
                reasons,
                null);
    }
}
