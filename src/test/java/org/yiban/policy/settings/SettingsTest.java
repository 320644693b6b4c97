package org.yiban.policy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.TableFile;
import org.yiban.policy.tables.WrittenTables;

class SettingsTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Sources SOURCES = Sources.packaged();
    private static final SettingShape AT_RISK = SettingShape.of("clock-at-risk")
            .asks("kind", Set.of("TRANSFER_IN", "TRANSFER_OUT", "REFUND", "DUPLICATE", "BACKPAY", "ARREARS"))
            .asksText("pool")
            .says("atRiskDays", 0, 30)
            .answeringAll();
    private static final SettingShape LEGS = SettingShape.of("clock-legs")
            .asksNumber("workingDays")
            .says("transferOut", 1, 99)
            .says("transferIn", 1, 99);

    private static final SettingShape EVIDENCE = SettingShape.of("refund-evidence")
            .asksText("reason")
            .asksText("pool")
            .saysText("evidence", 40)
            .saysText("title", 60)
            .saysFlag("required");

    @Test
    void whatADocumentSaysIsNotShownAsTheAgencys() {
        SettingTable legs = Settings.packaged(SOURCES).table(LEGS);

        assertThat(legs.require(15).figures()).isEqualTo(Map.of("transferOut", 10, "transferIn", 5));
        assertThat(legs.require(15).basis()).isEqualTo("NAT2021-43");
        assertThat(legs.require(15).byAgency()).isFalse();
        assertThat(legs.require(9).byAgency()).isTrue();
        assertThat(legs.ask(12)).isEmpty();
    }

    @Test
    void aPoolMaySetItsOwn() {
        SettingTable atRisk = with(
                        "<rule id=\"clockAtRisk_transfer\">",
                        """
                        <rule id="clockAtRisk_own">
                          <description>聊城</description>
                          <inputEntry id="own_kind"><text>"TRANSFER_IN","TRANSFER_OUT"</text></inputEntry>
                          <inputEntry id="own_pool"><text>"371500"</text></inputEntry>
                          <outputEntry id="own_days"><text>4</text></outputEntry>
                          <outputEntry id="own_basis"><text>"AGENCY"</text></outputEntry>
                        </rule>
                        <rule id="clockAtRisk_transfer">""",
                        "<inputEntry id=\"clockAtRisk_transfer_pool\"><text></text>",
                        "<inputEntry id=\"clockAtRisk_transfer_pool\"><text>not(\"371500\")</text>")
                .table(AT_RISK);

        assertThat(atRisk.require("TRANSFER_IN", "371500").figure("atRiskDays")).isEqualTo(4);
        assertThat(atRisk.require("TRANSFER_IN", "370800").figure("atRiskDays")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <text>2</text> | <text>-1</text> | 文件 settings/clock-at-risk.dmn 规则 clockAtRisk_transfer 列 atRiskDays 的一格应为 0 到 30 的整数，现为 -1
                    <text>2</text> | <text></text> | 列 atRiskDays 的一格应为 0 到 30 的整数，现为 空
                    <text>2</text> | <text>two days</text> | 文件 settings/clock-at-risk.dmn 决策表 clockAtRisk 规则 clockAtRisk_transfer 列 atRiskDays 的一格读不懂
                    <text>"AGENCY"</text> | <text>"NAT1999-1"</text> | 列 basis 的一格应为 "AGENCY"，或者 sources 里有的文件或条款，现为 NAT1999-1
                    <text>"TRANSFER_IN","TRANSFER_OUT"</text> | <text>"TRANSFER_IN"</text> | 文件 settings/clock-at-risk.dmn 没有一行回答：kind=TRANSFER_OUT
                    <text>"REFUND","DUPLICATE","BACKPAY","ARREARS"</text> | <text></text> | 文件 settings/clock-at-risk.dmn 的几行同时命中：clockAtRisk_transfer、clockAtRisk_money
                    <text>pool</text> | <text>colour</text> | 文件 settings/clock-at-risk.dmn 问到没有的事实：colour；可以问：kind、pool
                    hitPolicy="UNIQUE" | hitPolicy="FIRST" | 文件 settings/clock-at-risk.dmn 决策表 clockAtRisk 的命中策略应为 UNIQUE
                    decision id="clockAtRisk" | decision id="clock" | 文件 settings/clock-at-risk.dmn 应恰好含有决策表 clockAtRisk
                    """)
    void aTableThatDoesNotAnswerIsRefusedWithFileAndCell(String text, String replacement, String message) {
        String with = replacement == null ? "" : replacement;
        assertThatThrownBy(() -> with(text, with).table(AT_RISK))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everyTableIsLabelledExplainedAndDrawnForPeople() {
        WrittenTables written = WrittenTables.of(TableFile.packagedSettings());

        assertThat(written.unreadable()).isEmpty();
        assertThat(written.tables()).isNotEmpty().allSatisfy(table -> {
            assertThat(table.inputs())
                    .allSatisfy(input -> assertThat(input.label()).containsPattern(CHINESE));
            assertThat(table.outputs())
                    .allSatisfy(output -> assertThat(output.label()).containsPattern(CHINESE));
            assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.text()).containsPattern(CHINESE));
        });
        assertThat(TableFile.packagedSettings())
                .allSatisfy(file -> assertThat(new String(file.content(), StandardCharsets.UTF_8))
                        .contains("<dmndi:DMNShape"));
    }

    @Test
    void severalRowsOfOneTableMayAnswerTogetherEachWithTextsAndYesOrNo() {
        SettingTable evidence = Settings.packaged(SOURCES).table(EVIDENCE.collecting());

        assertThat(evidence.askAll("IMPRISONMENT", "211200"))
                .extracting(row -> row.words("evidence"), row -> row.flag("required"))
                .contains(tuple("PRISON_RECORD", true));
    }

    @Test
    void aTableThatCollectsIsRefusedWhereOneRowMustAnswer() {
        Settings settings = Settings.packaged(SOURCES);

        assertThatThrownBy(() -> settings.table(EVIDENCE)).hasMessageContaining("refund-evidence.dmn 的命中策略应为 UNIQUE");
        assertThatThrownBy(() -> settings.table(LEGS.collecting()))
                .hasMessageContaining("clock-legs.dmn 的命中策略应为 COLLECT");
    }

    @Test
    void aTableThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Settings.packaged(SOURCES).table(SettingShape.of("moods")))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("没有设置文件 settings/moods.dmn；现有：", "settings/clock-at-risk.dmn");
    }

    /** The packaged table of when a case is at risk, with texts replaced where they first stand. */
    private static Settings with(String... textsAndReplacements) {
        TableFile packaged = TableFile.packagedSettings().stream()
                .filter(file -> file.path().equals("settings/clock-at-risk.dmn"))
                .findFirst()
                .orElseThrow();
        String changed = new String(packaged.content(), StandardCharsets.UTF_8);
        for (int i = 0; i < textsAndReplacements.length; i += 2) {
            String text = textsAndReplacements[i];
            int at = changed.indexOf(text);
            assertThat(at).as(text).isNotNegative();
            changed = changed.substring(0, at) + textsAndReplacements[i + 1] + changed.substring(at + text.length());
        }
        return Settings.of(List.of(new TableFile(packaged.path(), changed.getBytes(StandardCharsets.UTF_8))), SOURCES);
    }
}
