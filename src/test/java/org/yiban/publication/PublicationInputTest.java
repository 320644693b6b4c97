package org.yiban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** What is refused before anything is asked of a second analyst. */
@YibanTest
class PublicationInputTest {

    private static final String ASKER = "analystlc";
    private static final String WAITING = "220000-jilin/waiting-period.dmn";

    @Autowired
    ApiClient api;

    @Autowired
    SendingTables sending;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everythingMissingIsToldAtOnce() {
        // when
        Answer refused = api.postForm(ASKER, "/api/publications", Map.of("reason", "  "));

        // then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violation("file")).contains("缺少决策表文件");
        assertThat(refused.violation("from")).contains("业务日期");
        assertThat(refused.violation("reason")).isEqualTo("必填");
        assertThat(refused.violation("source")).contains("JL2022-19", "SD2021-54");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2041-02-30", "20410101", "明天", "2041-1-1", "9999-01-01"})
    void aDateThatIsNoneIsRefused(String from) throws IOException {
        assertThat(sending.form(from, SendingTables.days(60), null).violation("from"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "不是 XML|不是能读的 XML",
                "<a/>|不是 DMN 文件",
                "<!DOCTYPE definitions [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions>&a;</definitions>|DOCTYPE",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><l>&c;</l>|DOCTYPE",
                "<!DOCTYPE l SYSTEM \"http://localhost:1/x.dtd\"><l/>|DOCTYPE",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>|没有决策表",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"x\"/></definitions>|不在任何现有文件里"
            })
    void aFileThatIsNoHarmlessDmnIsRefusedUnread(String content, String why) {
        // when
        Answer refused = sending.form("2042-01-01", content.getBytes(StandardCharsets.UTF_8), null);

        // then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violation("file")).contains(why);
    }

    @Test
    void aFileWithOtherTablesThanItsOwnIsRefused() throws IOException {
        // given
        String text = new String(SendingTables.days(60), StandardCharsets.UTF_8)
                .replace(
                        "decision id=\"waitingPeriod_220000_JL2021_23\"", "decision id=\"waitingPeriod_220000_OTHER\"");

        // then
        assertThat(sending.form("2042-01-01", text.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains(WAITING, "缺少 waitingPeriod_220000_JL2021_23", "多出 waitingPeriod_220000_OTHER");
    }

    @Test
    void otherLanguagesThanFeelAndWhatIsTooLargeAreRefused() throws IOException {
        // given
        String script = new String(SendingTables.days(60), StandardCharsets.UTF_8)
                .replaceFirst("<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" ");

        // then
        assertThat(sending.form("2042-01-01", script.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains("javascript");
        assertThat(sending.form("2042-01-01", new byte[3 << 20], null).violation("file"))
                .contains("2 MB");
        assertThat(sending.form("2042-01-01", new byte[12 << 20], null).status())
                .isEqualTo(413);
        assertThat(sending.form("2042-01-01", SendingTables.days(90), null).violation("file"))
                .contains("完全相同");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerklc", "reviewlc", "approvelc", "superlc", "admin"})
    void nobodyButAnalystsPublishesOrSeesPublications(String user) throws IOException {
        assertThat(api.postForm(user, "/api/publications", Map.of("from", "x")).status())
                .isEqualTo(403);
        assertThat(api.get(user, "/api/publications").status()).isEqualTo(403);
        assertThat(api.get(user, "/api/tables").status()).isEqualTo(403);
    }

    @Test
    void tablesThatFailTheChecksOrACaseLeaveTheRegisterAsItWas() throws IOException {
        // given
        long before = count();
        LocalDate from = LocalDate.of(2043, 1, 1);
        String text = new String(SendingTables.days(60), StandardCharsets.UTF_8);
        String broken = text.replace("\"JL2022-19 art.6(1)\"", "\"JL2022-19 art.666\"");

        // then
        assertThat(sending.form(from.toString(), broken.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains("JL2022-19 art.666");
        assertThat(sending.request(
                                from,
                                SendingTables.days(60),
                                SendingTables.holding("WP-NEW-3", from, LocalDate.of(2043, 4, 2)))
                        .violation("cases"))
                .contains("WP-NEW-3", "期望 2043-04-02，实得 2043-03-03");
        assertThat(sending.request(
                                from,
                                SendingTables.days(60),
                                SendingTables.holding("WP-NEW-3", from.minusDays(1), LocalDate.of(2043, 4, 1)))
                        .violation("cases"))
                .contains("waitingPeriod_220000_JL2022_19_first", "还没有业务日期在 2043-01-01 或以后的案例");
        assertThat(sending.request(
                                from,
                                SendingTables.days(60),
                                SendingTables.holding("WP-V-001", from, LocalDate.of(2043, 3, 3)))
                        .violation("cases"))
                .contains("业务日期早于 2043-01-01，不能替换");
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from yiban.publication")
                .query(Long.class)
                .single();
    }
}
