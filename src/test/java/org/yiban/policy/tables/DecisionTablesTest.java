package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTablesTest {

    private static final Path PACKAGED = Path.of("processes", "policy");
    private static final String FAMILY = "transfer-deadline";
    private static final Speaker SHANDONG = new Speaker("370000-shandong", "SD2021-54");
    private static final Speaker NATIONAL = new Speaker("000000-national", "NAT2021-43");
    private static final Speaker ANY_REGION = new Speaker("any-region", null);

    @TempDir
    Path folder;

    @Test
    void documentsSpeakInTheOrderThatHoldsOnTheDay() {
        DecisionTables tables = DecisionTables.packaged();

        assertThat(tables.speakers(FAMILY, "370000", "371500", LocalDate.of(2022, 4, 1)))
                .containsExactly(SHANDONG, NATIONAL, ANY_REGION);
        assertThat(tables.speakers(FAMILY, "370000", null, LocalDate.of(2022, 3, 31)))
                .containsExactly(NATIONAL, ANY_REGION);
        assertThat(tables.speakers(FAMILY, "220000", "220100", LocalDate.of(2021, 11, 30)))
                .containsExactly(ANY_REGION);
    }

    @Test
    void theSameContentHasTheSameVersionWhereverItIsReadFrom() {
        // given
        Map<String, Object> facts = Map.of("acceptedOn", "2023-03-06", "transferKind", "CROSS_PROVINCE");

        // when
        Hit packaged = ask(DecisionTables.packaged(), SHANDONG, facts);
        Hit fromFolder = ask(DecisionTables.in(PACKAGED), SHANDONG, facts);

        // then
        assertThat(fromFolder).isEqualTo(packaged);
        assertThat(packaged.row()).containsEntry("workingDays", 15);
    }

    @Test
    void aSpeakerWithoutTableIsADefectThatIsNamed() {
        Speaker nobody = new Speaker("990000-nowhere", "XX2020-1");

        assertThatThrownBy(() -> ask(DecisionTables.packaged(), nobody, Map.of()))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("990000-nowhere/transfer-deadline.dmn")
                .hasMessageContaining("transferDeadline_990000_XX2020_1");
    }

    @Test
    void aFileThatIsNoTableIsNamed() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        Files.writeString(folder.resolve("broken.dmn"), "<definitions>");

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("broken.dmn");
    }

    @Test
    void aTableThatStandsTwiceIsNamedWithBothFiles() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        copy("precedence.dmn", "copy.dmn");

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContainingAll("precedence", "copy.dmn", "precedence.dmn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&gt;= date(\"2022-04-01\") | &gt;= &lt; | businessDate | >= <",
                "&gt;= date(\"2022-04-01\") | &gt;= date(\"2022-13-01\") | businessDate | 2022-13-01",
                "\"370000-shandong\" | \"370000-shandong | folder | \"370000-shandong"
            })
    void aCellThatCannotBeReadIsNamedWhenItsFileIsRead(String was, String is, String column, String text)
            throws IOException {
        // given
        String table = Files.readString(PACKAGED.resolve("precedence.dmn"));
        Files.writeString(folder.resolve("precedence.dmn"), table.replace(was, is));

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContainingAll("precedence.dmn", "规则 precedence_", "列 " + column, text);
    }

    @Test
    void aFileThatIsNoXmlIsNamedWithTheLine() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        String text = Files.readString(PACKAGED.resolve("precedence.dmn"));
        Files.writeString(folder.resolve("broken.dmn"), text.replaceFirst("(?s)<description>.*", "\n</decision>"));

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder)).hasMessageContainingAll("broken.dmn", "第 8 行");
    }

    @Test
    void aRowThatLacksACellIsNamed() throws IOException {
        // given
        String table = Files.readString(PACKAGED.resolve("precedence.dmn"));
        Files.writeString(
                folder.resolve("precedence.dmn"),
                table.replaceFirst("<inputEntry id=\"precedence_shandong2021_54_pool\">.*</inputEntry>", ""));

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContainingAll("precedence.dmn", "precedence_shandong2021_54");
    }

    @Test
    void aTableThatAsksForAFactItsFamilyDoesNotKnowIsNamed() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        copy("any-region/refund-amount.dmn", "refund-amount.dmn");

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder).requireKnown(Map.of("refund-amount", Set.of("paidAmount"))))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContainingAll("refund-amount.dmn", "refundAmount_any", "refundScope");
    }

    @Test
    void aDocumentThatIsNamedAsSpeakingAndHasNoTableIsNamed() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder).requireKnown(Map.of()))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContainingAll("precedence.dmn", "371500-liaocheng/minimum-years.dmn");
    }

    @Test
    void aFileThatBelongsToNoFamilyIsNamed() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        copy("any-region/refund-amount.dmn", "refund-ammount.dmn");

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder).requireKnown(Map.of("refund-amount", Set.of("refundScope"))))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("refund-ammount.dmn")
                .hasMessageContaining("现有：refund-amount");
    }

    @Test
    void anInputThatIsMoreThanAFactIsRefused() throws IOException {
        // given
        copy("precedence.dmn", "precedence.dmn");
        String text = Files.readString(PACKAGED.resolve("any-region/refund-amount.dmn"));
        Files.writeString(
                folder.resolve("refund-amount.dmn"),
                text.replace("<text>refundScope</text>", "<text>upper case(refundScope)</text>"));

        // then
        assertThatThrownBy(() -> DecisionTables.in(folder))
                .isInstanceOf(DecisionTableException.class)
                .hasMessageContaining("refund-amount.dmn")
                .hasMessageContaining("upper case(refundScope)");
    }

    private static Hit ask(DecisionTables tables, Speaker speaker, Map<String, Object> facts) {
        return tables.consult(List.of(speaker), FAMILY, facts, Map.of(), ruling -> ruling.hits()
                        .get(0))
                .answers()
                .get(0);
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(PACKAGED.resolve(from), folder.resolve(to));
    }
}
