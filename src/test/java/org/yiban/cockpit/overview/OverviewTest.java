package org.yiban.cockpit.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.ClockedSamples;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class OverviewTest {

    @Autowired
    ClockedSamples samples;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    private RegionCode pool;
    private String supervisor;

    @BeforeEach
    void aPool() {
        pool = samples.newPool();
        supervisor = samples.staff(pool, Role.SUPERVISE);
    }

    @Test
    void openCasesAreCountedByStateDaysLeftAndLeg() {
        // given
        samples.notStarted(pool, CaseKind.TRANSFER_OUT);
        samples.notStarted(pool, CaseKind.TRANSFER_OUT);
        samples.withDaysLeft(pool, 9);
        samples.withDaysLeft(pool, -3);
        samples.beginTransferIn(samples.withDaysLeft(pool, 9), samples.workingDaysAgo(1));
        samples.pause(samples.withDaysLeft(pool, 4), samples.workingDaysAgo(2));
        samples.close(samples.withDaysLeft(pool, 5));

        // when
        JsonNode overview = overview("").body();

        // then
        assertThat(overview.at("/pools/0/pool").asText()).isEqualTo(pool.value());
        assertThat(cases(overview, "NOT_STARTED")).isEqualTo(2);
        assertThat(cases(overview, "ON_TRACK")).isEqualTo(2);
        assertThat(cases(overview, "OVERDUE")).isEqualTo(1);
        assertThat(cases(overview, "PAUSED")).isEqualTo(1);
        assertThat(overview.get("states")).hasSize(4);
        assertThat(overview.get("ageing").findValuesAsText("daysLeft")).containsExactly("-3", "9");
        assertThat(overview.get("ageing").findValuesAsText("cases")).containsExactly("1", "2");
        assertThat(overview.get("legs").findValuesAsText("leg")).containsExactly("TRANSFER_OUT", "TRANSFER_IN");
        assertThat(overview.at("/legs/0/cases").asInt()).isEqualTo(3);
        assertThat(overview.at("/legs/0/late").asInt()).isEqualTo(1);
        assertThat(overview.get("stale").asInt()).isZero();
        assertThat(cases(overview("kind=TRANSFER_IN").body(), "NOT_STARTED")).isZero();
    }

    @Test
    void whatWaitsForApprovalAndWhatIsStillToBeCountedAnewIsTold() {
        String number = samples.withDaysLeft(pool, 9);
        jdbc.sql("""
                        insert into yiban.extension_request (case_number, working_days, reason, asked_by, asked_at)
                        values (?, 3, '材料复杂', 'somebody', now())
                        """).param(number).update();
        jdbc.sql("update yiban.case_clock set computed_by = -1 where case_number = ?")
                .param(number)
                .update();

        JsonNode overview = overview("").body();
        JsonNode timeline = api.get(supervisor, "/api/sla/cases/" + number).body();

        assertThat(overview.get("pendingExtensions").asInt()).isEqualTo(1);
        assertThat(overview.get("stale").asInt()).isEqualTo(1);
        assertThat(timeline.at("/extensionRequests/0/workingDays").asInt()).isEqualTo(3);
        assertThat(timeline.at("/may/approve").asBoolean()).isTrue();
        assertThat(timeline.at("/may/extend").asBoolean()).isFalse();
    }

    @Test
    void closedCasesAreCountedWeekByWeek() {
        // given
        samples.close(samples.withDaysLeft(pool, 5));
        samples.close(samples.withDaysLeft(pool, -1));
        samples.withDaysLeft(pool, 5);

        // when
        JsonNode weeks = api.get(supervisor, "/api/sla/trend?weeks=2").body().get("weeks");

        // then
        LocalDate monday = LocalDate.parse(weeks.at("/1/from").asText());
        assertThat(weeks).hasSize(2);
        assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(monday).isAfter(time.today().minusDays(7)).isBeforeOrEqualTo(time.today());
        assertThat(weeks.at("/0/met").asInt()).isZero();
        assertThat(weeks.at("/1/met").asInt()).isEqualTo(1);
        assertThat(weeks.at("/1/missed").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrongInAQuestionIsToldAtOnce() {
        Answer trend = api.get(supervisor, "/api/sla/trend?weeks=many&pool=371500&kind=X");

        assertThat(trend.status()).isEqualTo(400);
        assertThat(trend.violation("weeks")).isEqualTo("应为 1 到 104 的整数");
        assertThat(trend.violation("pool")).contains(pool.value());
        assertThat(trend.violation("kind")).isNotNull();
        assertThat(overview("pool=371500").status()).isEqualTo(400);
        assertThat(overview("pool=" + pool).status()).isEqualTo(200);
    }

    @Test
    void whoSeesNoCasesSeesNoCounts() {
        samples.withDaysLeft(pool, 5);

        JsonNode overview =
                api.get(samples.staff(pool, Role.ANALYSE), "/api/sla/overview").body();

        assertThat(overview.get("pools")).isEmpty();
        assertThat(overview.get("states")).isEmpty();
        assertThat(api.get(null, "/api/sla/overview").status()).isEqualTo(401);
    }

    @Test
    void metricsCountTheServedPoolsAndAreForAdministrators() {
        HttpResponse<byte[]> metrics = api.download("admin", "/actuator/prometheus");

        String text = new String(metrics.body(), StandardCharsets.UTF_8);
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(text)
                .contains("yiban_cases_open{kind=\"TRANSFER_IN\",pool=\"371500\",state=\"OVERDUE\"}")
                .contains("yiban_cases_open{kind=\"TRANSFER_OUT\",pool=\"370800\",state=\"NOT_STARTED\"}")
                .doesNotContain("pool=\"" + pool + "\"");
        assertThat(api.download("superlc", "/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(api.download(null, "/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    private static int cases(JsonNode overview, String state) {
        int cases = 0;
        for (JsonNode count : overview.get("states")) {
            if (count.get("state").asText().equals(state)) {
                cases += count.get("cases").asInt();
            }
        }
        return cases;
    }

    private Answer overview(String query) {
        return api.get(supervisor, "/api/sla/overview?" + query);
    }
}
