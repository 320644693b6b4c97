package org.yiban.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class ReferenceApiTest {

    private static final String PROPOSER = "supertl";
    private static final String OTHER = "supertl2";
    private static final RegionCode TIELING = new RegionCode("211200");

    @Autowired
    ApiClient api;

    @Autowired
    ReferenceFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFigureIsInUseOnceAnotherPersonHasReleasedIt() {
        // given
        Answer proposed = api.post(PROPOSER, "/api/reference/proposals", floor(1995, "600"));
        assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(200);
        assertThat(floorOf(1995)).isNull();

        // when
        String path = "/api/reference/proposals/" + proposed.text("id");
        Answer own = api.post(PROPOSER, path + "/release", null);
        Answer elsewhere = api.post("superlc", path + "/release", null);
        Answer released = api.post(OTHER, path + "/release", null);
        Answer again = api.post(OTHER, path + "/release", null);

        // then
        assertThat(own.status()).isEqualTo(403);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(released.text("outcome")).isEqualTo("RELEASED");
        assertThat(again.status()).isEqualTo(409);
        assertThat(floorOf(1995)).isEqualByComparingTo("600");
        assertThat(lastAudited()).isEqualTo("审定：第 " + proposed.text("id") + " 次提出，1 个数");
    }

    @Test
    void aCorrectionTakesThePlaceOfAFigureAndTheOldOneStays() {
        // given
        long old = released(floor(1996, "600"));

        // when
        Answer colliding = api.post(PROPOSER, "/api/reference/proposals", floor(1996, "650"));
        Map<String, Object> correction = floor(1996, "650");
        correction.put("replaces", String.valueOf(old));
        long newer = released(correction);

        // then
        assertThat(colliding.violation("from")).contains("第 " + old + " 号");
        assertThat(floorOf(1996)).isEqualByComparingTo("650");
        JsonNode shown = recorded(old);
        assertThat(shown.get("replacedBy").asLong()).isEqualTo(newer);
        assertThat(shown.get("inUse").asBoolean()).isFalse();
        assertThat(shown.get("figure").get("said").asText()).isEqualTo("600.00 元");
        assertThat(shown.get("releasedBy").asText()).contains("副主管");
    }

    @Test
    void aWithdrawnFigureIsNotUsed() {
        // given
        long figure = released(floor(1997, "600"));

        // when
        Answer proposed =
                api.post(PROPOSER, "/api/reference/figures/" + figure + "/withdrawal", Map.of("reason", "公告已撤回（虚构）"));
        assertThat(floorOf(1997)).isNotNull();
        api.post(OTHER, "/api/reference/proposals/" + proposed.text("id") + "/release", null);

        // then
        assertThat(floorOf(1997)).isNull();
        assertThat(recorded(figure).get("withdrawnBy").asText()).isEqualTo(proposed.text("id"));
    }

    @Test
    void aReturnedProposalNeedsAReasonAndIsNotUsed() {
        Answer proposed = api.post(PROPOSER, "/api/reference/proposals", floor(1998, "600"));
        String path = "/api/reference/proposals/" + proposed.text("id");

        assertThat(api.post(OTHER, path + "/return", Map.of()).violation("reason"))
                .isEqualTo("必填");
        assertThat(api.post(OTHER, path + "/take-back", null).status()).isEqualTo(403);
        assertThat(api.post(OTHER, path + "/return", Map.of("reason", "与公告不符")).text("reason"))
                .isEqualTo("与公告不符");
        assertThat(floorOf(1998)).isNull();
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() {
        // given
        String head = "kind,region,year,from,until,value,identity,account_type,announced_on,source,replaces\n";
        String good = "MINIMUM_BASE,211200,1999,1999-01-01,1999-12-31,600,,,2000-01-10,铁岭市公告（虚构）,\n";
        String bad = "MAXIMUM_BASE,211200,1999,1999-01-01,1999-12-31,1,,,2000-01-10,铁岭市公告（虚构）,\n";

        // when
        Answer refused = sendFile(head + good + bad);
        Answer sent = sendFile(head + good);

        // then
        assertThat(refused.violation("file:3:value")).contains("在 300 到 180000 元之间");
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
        assertThat(sent.text("file")).isEqualTo("floors.csv");
    }

    @Test
    void whoDoesNotKeepARegionProposesNothingForIt() {
        assertThat(api.post("superlc", "/api/reference/proposals", floor(1994, "600"))
                        .status())
                .isEqualTo(403);
        assertThat(api.post("clerktl", "/api/reference/proposals", floor(1994, "600"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseKeepsFiguresAsTheyWerePut() {
        assertThatThrownBy(() ->
                        jdbc.sql("update yiban.reference_figure set value = 1").update())
                .hasMessageContaining("only added to");
    }

    @Test
    void aContributionBaseRestsOnTheAverageOnRecordAndSaysItsSource() {
        // given: of 2024, announced on 30 June 2025
        Map<String, Object> question = Map.of("region", "220100", "identity", "FLEXIBLE", "month", "2026-03");

        // when
        Answer answer = api.post("clerkcc", "/api/decisions/contribution-base", question);

        // then
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.at("/results/base")).isEqualTo("6900.0");
        assertThat(answer.body().get("sentences").toString())
                .contains("取参考数据：吉林省 2024 年度每月 6900.00 元，2025年6月30日公布")
                .contains("演示用，不是公布的数");
    }

    @Test
    void aContributionBaseRestsOnWhatIsStatedFirst() {
        Map<String, Object> question = Map.of(
                "region", "220100",
                "identity", "FLEXIBLE",
                "month", "2026-03",
                "averageWage", "220000:2024:5000.00:2025-06-30");

        Answer answer = api.post("clerkcc", "/api/decisions/contribution-base", question);

        assertThat(answer.at("/results/base")).isEqualTo("5000.0");
        assertThat(answer.body().toString()).doesNotContain("参考数据");
    }

    @Test
    void anAverageIsFoundOnceItWasAnnounced() {
        LocalDate announced = LocalDate.of(2026, 6, 30);
        RegionCode changchun = new RegionCode("220100");

        assertThat(figures.averageWage(FigureKind.PROVINCIAL_AVERAGE_WAGE, changchun, 2025, announced))
                .isEmpty();
        assertThat(figures.averageWage(FigureKind.PROVINCIAL_AVERAGE_WAGE, changchun, 2025, announced.plusDays(1)))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("7200"));
        assertThat(figures.localRate(changchun, "FLEXIBLE", "POOLED_ONLY", announced))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("0.06"));
        assertThat(figures.localRate(changchun, "FLEXIBLE", null, announced)).isEmpty();
        assertThat(figures.localRate(TIELING, "FLEXIBLE", "POOLED_ONLY", announced))
                .isEmpty();
    }

    private BigDecimal floorOf(int year) {
        return figures.minimumBase(TIELING, LocalDate.of(year, 6, 1))
                .map(Figure::value)
                .orElse(null);
    }

    private long released(Map<String, Object> figure) {
        Answer proposed = api.post(PROPOSER, "/api/reference/proposals", figure);
        assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(200);
        api.post(OTHER, "/api/reference/proposals/" + proposed.text("id") + "/release", null);
        return Long.parseLong(proposed.at("/lines/0/figure/id"));
    }

    private JsonNode recorded(long id) {
        for (JsonNode each : api.get(PROPOSER, "/api/reference/figures?region=211200&past=true")
                .body()) {
            if (each.at("/figure/id").asLong() == id) {
                return each;
            }
        }
        throw new AssertionError("figure " + id + " is not shown");
    }

    private Answer sendFile(String content) {
        Map<String, Object> parts = Map.of("file:floors.csv", content.getBytes(StandardCharsets.UTF_8));
        return api.postForm(PROPOSER, "/api/reference/proposals/file", parts);
    }

    private String lastAudited() {
        return jdbc.sql(
                        "select reason from yiban.audit_event where action = 'REFERENCE_CHANGED' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static Map<String, Object> floor(int year, String value) {
        Map<String, Object> figure = new HashMap<>();
        figure.put("kind", "MINIMUM_BASE");
        figure.put("region", "211200");
        figure.put("year", String.valueOf(year));
        figure.put("from", year + "-01-01");
        figure.put("until", year + "-12-31");
        figure.put("value", value);
        figure.put("announcedOn", (year + 1) + "-01-05");
        figure.put("source", "铁岭市医疗保障局公告（虚构）");
        return figure;
    }
}
