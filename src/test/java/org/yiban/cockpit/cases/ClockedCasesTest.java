package org.yiban.cockpit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.cockpit.ClockedSamples.TARGET;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.access.Role;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.ClockedSamples;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockReading;
import org.yiban.sla.Clocks;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class ClockedCasesTest {

    @Autowired
    ClockedSamples samples;

    @Autowired
    ApiClient api;

    @Autowired
    Clocks clocks;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    private RegionCode pool;
    private String supervisor;
    private String overdue;
    private String atRisk;
    private String onTrack;
    private String paused;
    private String notStarted;
    private String closed;

    @BeforeEach
    void casesOfEveryState() {
        pool = samples.newPool();
        supervisor = samples.staff(pool, Role.SUPERVISE);
        notStarted = samples.notStarted(pool, CaseKind.TRANSFER_OUT);
        onTrack = samples.withDaysLeft(pool, 9);
        overdue = samples.withDaysLeft(pool, -3);
        atRisk = samples.withDaysLeft(pool, 1);
        paused = samples.withDaysLeft(pool, -2);
        samples.pause(paused, samples.workingDaysAgo(7));
        closed = samples.withDaysLeft(pool, 5);
        samples.close(closed);
    }

    @Test
    void openCasesComeByDueDayThoseHeldBehindThemAndThoseWithoutClockLast() {
        Answer answer = list("");

        assertThat(numbers(answer)).containsExactly(overdue, atRisk, onTrack, paused, notStarted);
        assertThat(answer.body().get("cases").findValuesAsText("state"))
                .containsExactly("OVERDUE", "AT_RISK", "ON_TRACK", "PAUSED", "NOT_STARTED");
        assertThat(answer.body().get("total").asInt()).isEqualTo(5);
        assertThat(answer.body().get("next").isNull()).isTrue();
    }

    @Test
    void whatIsCountedForARowIsWhatFollowsFromTheEvents() {
        samples.extend(onTrack, samples.workingDaysAgo(2), 3);
        samples.beginTransferIn(atRisk, samples.workingDaysAgo(4));
        JsonNode rows = list("state=ON_TRACK&state=AT_RISK&state=OVERDUE&state=PAUSED&state=MET&state=MISSED")
                .body()
                .get("cases");

        assertThat(rows).hasSize(5).allSatisfy(row -> {
            ClockReading reading = clocks.of(
                            new CaseNumber(row.get("caseNumber").asText()))
                    .orElseThrow()
                    .read(time.today());
            assertThat(row.get("state").asText()).isEqualTo(reading.state().name());
            assertThat(row.get("acceptedOn").asText())
                    .isEqualTo(reading.acceptedOn().toString());
            assertThat(row.get("dueOn").asText()).isEqualTo(reading.dueOn().toString());
            assertThat(row.get("provisional").asBoolean()).isEqualTo(reading.provisional());
            assertThat(row.get("target").asInt()).isEqualTo(TARGET).isEqualTo(reading.target());
            assertThat(row.get("extended").asInt()).isEqualTo(reading.extended());
            assertThat(row.get("daysUsed").asInt()).isEqualTo(reading.daysUsed());
            assertThat(row.get("daysLeft").asInt()).isEqualTo(reading.daysLeft());
            assertThat(row.get("leg").asText()).isEqualTo(reading.leg().leg().name());
            assertThat(row.get("legDueOn").asText())
                    .isEqualTo(reading.leg().dueOn().toString());
            assertThat(row.get("legDaysLeft").asInt()).isEqualTo(reading.leg().daysLeft());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "opened", "case", "used"})
    void aPageFollowsOnTheOneBeforeWithoutGapsOrRepeats(String sort) {
        List<String> whole = numbers(list("sort=" + sort));

        assertThat(allPages("limit=2&sort=" + sort))
                .containsExactlyElementsOf(whole)
                .hasSize(5);
    }

    @Test
    void casesAreOrderedByWhatIsAskedFor() {
        assertThat(numbers(list("sort=opened"))).containsExactly(notStarted, onTrack, overdue, atRisk, paused);
        assertThat(numbers(list("sort=used"))).containsExactly(overdue, atRisk, paused, onTrack, notStarted);
        assertThat(numbers(list("sort=case"))).isSorted();
    }

    @Test
    void aListIsFilteredByStateKindLegNumberAndName() {
        samples.beginTransferIn(onTrack, time.today());

        assertThat(numbers(list("state=OVERDUE&state=PAUSED"))).containsExactly(overdue, paused);
        assertThat(numbers(list("state=MET"))).containsExactly(closed);
        assertThat(numbers(list("kind=TRANSFER_OUT"))).containsExactly(notStarted);
        assertThat(numbers(list("leg=TRANSFER_IN"))).containsExactly(onTrack);
        assertThat(numbers(list("text=" + atRisk.toLowerCase()))).containsExactly(atRisk);
        assertThat(numbers(list("text=000001&sort=case"))).containsExactly(notStarted, onTrack);
        assertThat(numbers(list("text=%E8%99%9A%E6%9E%84%C2%B7%E5%BC%A0%E6%B5%8B%E8%AF%95")))
                .hasSize(5);
        assertThat(numbers(list("text=%E6%97%A0%E6%AD%A4%E4%BA%BA&sort=used"))).isEmpty();
    }

    @Test
    void everythingWrongInAQuestionIsToldAtOnce() {
        Answer answer = list("state=LATE&pool=371500&kind=LOAN&leg=HERE&sort=age&limit=201&after=xyz&text=%3C%3E");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("state")).startsWith("应为 NOT_STARTED / ON_TRACK");
        assertThat(answer.violation("pool")).contains(pool.value());
        assertThat(answer.violation("kind"))
                .isEqualTo("应为 TRANSFER_IN / TRANSFER_OUT / REFUND / DUPLICATE / BACKPAY / ARREARS");
        assertThat(answer.violation("leg")).isEqualTo("应为 TRANSFER_OUT / TRANSFER_IN");
        assertThat(answer.violation("sort")).isEqualTo("应为 due / opened / case / used");
        assertThat(answer.violation("limit")).isEqualTo("应为 1 到 200 的整数");
        assertThat(answer.violation("after")).startsWith("应为上一页 next");
        assertThat(answer.violation("text")).startsWith("应为案号");
        assertThat(list("state=MET&sort=used").violation("sort")).contains("已办结");
        assertThat(list("text=" + samples.person().identityNumber()).violation("text"))
                .contains("证件号码不写在网址里");
    }

    @Test
    void onlyWhoSeesCasesOfThePoolSeesThem() {
        String auditor = samples.staff(pool, Role.AUDIT);
        String analyst = samples.staff(pool, Role.ANALYSE);
        String stranger = samples.staff(samples.newPool(), Role.SUPERVISE);

        assertThat(api.get(null, "/api/sla/cases").status()).isEqualTo(401);
        assertThat(numbers(api.get(auditor, "/api/sla/cases"))).hasSize(5);
        assertThat(api.get(auditor, "/api/sla/cases/" + overdue).status()).isEqualTo(200);
        for (String other : List.of(analyst, stranger, "admin")) {
            assertThat(numbers(api.get(other, "/api/sla/cases"))).isEmpty();
            assertThat(api.get(other, "/api/sla/cases/" + overdue).status()).isEqualTo(404);
        }
    }

    @Test
    void aTimelineTellsEventsLegsPausesAndWhatToExpect() {
        LocalDate day = samples.workingDaysAgo(3);
        samples.beginTransferIn(onTrack, samples.workingDaysAgo(5));
        samples.pause(onTrack, samples.workingDaysAgo(4));
        samples.resume(onTrack, day);
        samples.extend(onTrack, day, 2);

        JsonNode timeline = api.get(supervisor, "/api/sla/cases/" + onTrack).body();

        assertThat(timeline.get("events").findValuesAsText("type"))
                .containsExactly("STARTED", "LEG_BEGUN", "LEG_BEGUN", "PAUSED", "RESUMED", "EXTENDED");
        assertThat(timeline.at("/events/0/basisTitle").asText()).contains("43号").contains("二手资料");
        assertThat(timeline.at("/events/3/reasonTitle").asText()).isEqualTo("等待申请人补正材料");
        assertThat(timeline.at("/events/5/retroactive").asBoolean()).isTrue();
        assertThat(timeline.get("legs").findValuesAsText("state")).containsExactly("MET", "ON_TRACK");
        assertThat(timeline.at("/legs/0/daysUsed").asInt()).isEqualTo(1);
        assertThat(timeline.at("/legs/1/daysUsed").asInt()).isEqualTo(4);
        assertThat(timeline.at("/legs/1/basis").asText()).isEqualTo("NAT2021-43");
        assertThat(timeline.at("/pauses/0/workingDays").asInt()).isEqualTo(1);
        assertThat(timeline.at("/atRisk/basisTitle").asText()).isEqualTo("机构自定");
        assertThat(timeline.at("/daysLeft").asInt()).isEqualTo(12);
        assertThat(timeline.at("/forecast/text").asText())
                .contains(timeline.at("/dueOn").asText())
                .contains("还剩 12 个工作日");
        assertThat(timeline.at("/may/pause").asBoolean()).isTrue();
        assertThat(timeline.at("/may/resume").asBoolean()).isFalse();
    }

    @Test
    void anAuditorMayDoNothingAndAReviewerOnlyWhatReviewersDo() {
        JsonNode auditor = mayOf(Role.AUDIT);
        JsonNode reviewer = mayOf(Role.REVIEW);

        assertThat(auditor).allMatch(may -> !may.asBoolean());
        assertThat(reviewer.get("resume").asBoolean()).isTrue();
        assertThat(reviewer.get("reset").asBoolean()).isFalse();
        assertThat(reviewer.get("assign").asBoolean()).isFalse();
    }

    private JsonNode mayOf(Role role) {
        return api.get(samples.staff(pool, role), "/api/sla/cases/" + paused)
                .body()
                .get("may");
    }

    @Test
    void aWholeListLeavesAsAFileWhoseTextIsNoFormulaAndItIsRecorded() throws IOException {
        jdbc.sql("update yiban.person set name = '=1+1' where id = ?")
                .param(samples.person().id())
                .update();
        try {
            HttpResponse<byte[]> csv = api.download(supervisor, "/api/sla/cases.csv?sort=case");
            HttpResponse<byte[]> workbook = api.download(supervisor, "/api/sla/cases.xlsx?state=OVERDUE");

            String text = new String(csv.body(), StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("\uFEFF案号,")
                    .contains(overdue, atRisk, notStarted)
                    .contains(",'=1+1,");
            assertThat(text.lines()).hasSize(6);
            assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("cases-" + time.today() + ".csv");
            try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook.body()))) {
                List<Row> rows = read.getFirstSheet().read();
                assertThat(rows).hasSize(2);
                assertThat(rows.get(1).getCellText(0)).isEqualTo(overdue);
                assertThat(rows.get(1).getCell(4).getFormula()).isNull();
                assertThat(rows.get(1).getCellAsNumber(13).orElseThrow().intValue())
                        .isEqualTo(-3);
                assertThat(rows.get(1).getCellAsDate(6).orElseThrow().toLocalDate())
                        .isEqualTo(samples.workingDaysAgo(TARGET + 3));
            }
            assertThat(jdbc.sql("select reason from yiban.audit_event where actor = ? order by id")
                            .param(supervisor)
                            .query(String.class)
                            .list())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("CSV", "5 件", pool.value());
        } finally {
            jdbc.sql("update yiban.person set name = ? where id = ?")
                    .params(samples.person().name(), samples.person().id())
                    .update();
        }
    }

    private List<String> allPages(String query) {
        List<String> numbers = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = list(query + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(page.status()).isEqualTo(200);
            numbers.addAll(numbers(page));
            after = page.body().get("next").isNull() ? null : page.text("next");
        }
        return numbers;
    }

    private Answer list(String query) {
        return api.get(supervisor, "/api/sla/cases?" + query);
    }

    private static List<String> numbers(Answer answer) {
        return answer.body().get("cases").findValuesAsText("caseNumber");
    }
}
