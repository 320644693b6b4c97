package org.yiban.policy.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.policy.tables.DecisionTableException;

class GapsTest {

    private static final String GAP = """
            gaps:
              - id: a
                families: [suspension, arrears]
                regions: [370000]
                except: [370800]
                from: 2022-04-01
                until: 2022-09-30
                when:
                  unpaidMonths: "> 3"
                because: [A45, before JL2022-19, "SD2021-54 art.(二)[1]"]
                says: 没有说到
            """;

    @TempDir
    Path folder;

    @Test
    void aGapIsAboutItsFamiliesRegionsAndDates() throws IOException {
        // given
        Gap gap = read(GAP).all().get(0);
        LocalDate first = LocalDate.of(2022, 4, 1);
        LocalDate last = LocalDate.of(2022, 9, 30);

        // then
        assertThat(gap.isAbout("arrears", "370000", "371500", first)).isTrue();
        assertThat(gap.isAbout("suspension", "370000", null, last)).isTrue();
        assertThat(gap.isAbout("minimum-years", "370000", "371500", first)).isFalse();
        assertThat(gap.isAbout("arrears", "370000", "370800", first)).isFalse();
        assertThat(gap.isAbout("arrears", "220000", "220100", first)).isFalse();
        assertThat(gap.isAbout("arrears", "370000", "371500", first.minusDays(1)))
                .isFalse();
        assertThat(gap.isAbout("arrears", "370000", "371500", last.plusDays(1))).isFalse();
    }

    @Test
    void aGapHoldsWhereEveryTestPasses() throws IOException {
        // given
        Gap gap = read(GAP).all().get(0);

        // then
        assertThat(gap.holds((fact, test) -> fact.equals("unpaidMonths") && test.equals("> 3")))
                .isTrue();
        assertThat(gap.holds((fact, test) -> false)).isFalse();
    }

    @Test
    void thePackagedGapsAreThoseOfTheFolderAndOfAFolderWithoutAny() {
        assertThat(Gaps.packaged())
                .isEqualTo(Gaps.in(Path.of("processes", "policy")))
                .isEqualTo(Gaps.in(folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a                        | id:                | 第 2 行：这里应是文字，不能为空",
                "families: [suspension, arrears] | families: []     | 第 3 行：这里应是一个列表，不能为空",
                "regions: [370000]            | regions: [3700]    | 第 4 行：不能写 3700；可以写六位行政区划代码",
                "regions: [370000]            | region: [370000]   | 第 4 行：没有 region 这一项",
                "until: 2022-09-30            | until: 2022-09-31  | 第 7 行：不是日期：2022-09-31",
                "until: 2022-09-30            | from: 2022-09-30   | 第 7 行：from 出现两次",
                "A45                          | somehow            | 第 10 行：不能写 somehow；可以写歧义编号",
                "says: 没有说到                | ''                 | 第 2 行：缺少 says",
                "gaps:                        | 'gaps: ]'          | 不是有效的 YAML",
            })
    void whatIsNotKnownIsRefusedWithFileAndLine(String written, String instead, String refusal) {
        assertThatThrownBy(() -> read(GAP.replace(written, instead)))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("gaps.yaml")
                .hasMessageContaining(refusal);
    }

    @Test
    void aGapStatedTwiceIsRefused() {
        assertThatThrownBy(() -> read(GAP + GAP.substring(GAP.indexOf('\n') + 1)))
                .hasMessageContaining("编号 a 出现两次");
    }

    private Gaps read(String text) throws IOException {
        Files.writeString(folder.resolve("gaps.yaml"), text);
        return Gaps.in(folder);
    }
}
