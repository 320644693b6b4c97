package org.yiban.desk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.calendar.NoticeFiles;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseEvent;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.Recomputation;
import org.yiban.sla.TargetNature;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;

@YibanTest
class CalendarApiTest {

    private static final String KEEPER = "superlc";
    private static final String LIAOCHENG = "371500";
    private static final String JINING = "370800";
    private static final LocalDate IN_2027 = LocalDate.of(2027, 1, 8);

    @Autowired
    ApiClient api;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    Recomputation recomputation;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Applicants applicants;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theCalendarOfTheOtherTests() {
        jdbc.sql("delete from yiban.calendar_local_withdrawal").update();
        jdbc.sql("delete from yiban.calendar_local_days").update();
        jdbc.sql("delete from yiban.calendar_day where notice in"
                        + " (select id from yiban.calendar_notice where added_by is not null)")
                .update();
        jdbc.sql("delete from yiban.calendar_notice where added_by is not null").update();
        recomputation.run();
    }

    @Test
    void aNoticeMovesTheCasesItWasPreviewedToMoveAndTheyAreProvisionalNoLonger() {
        // given
        recomputation.run();
        CaseNumber number = openDueOn(LIAOCHENG, IN_2027);
        Map<String, Object> form = notice(NoticeFiles.lines());

        // when
        Answer preview = api.postForm(KEEPER, "/api/calendars/notices/preview", form);

        // then: 1 January 2027 is a Friday
        assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
        assertThat(shiftOf(preview, number)).isEqualTo("2027-01-08 true -> 2027-01-11 false");
        assertThat(preview.body().get("settled").asLong()).isPositive();
        assertThat(clockOf(number)).isEqualTo("2027-01-08 true");

        // when
        form.put("digest", preview.text("digest"));
        Answer added = api.postForm(KEEPER, "/api/calendars/notices", form);
        Answer before = api.get(KEEPER, "/api/calendars/recomputation");
        recomputation.run();
        Answer after = api.get(KEEPER, "/api/calendars/recomputation");

        // then
        assertThat(added.status()).as("%s", added.body()).isEqualTo(200);
        assertThat(before.body().get("stale")).isEqualTo(before.body().get("open"));
        assertThat(after.body().get("stale").asLong()).isZero();
        assertThat(clockOf(number)).isEqualTo("2027-01-11 false");
        assertThat(lastEvent(number)).isEqualTo("因工作日历变动：《2027年放假通知（虚构）》，到期日由 2027-01-08 改为 2027-01-11，不再是暂定");
    }

    @Test
    void aFileWithMistakesIsRefusedAndNothingChanges() {
        // given
        long version = calendars.version();
        List<String> lines = new ArrayList<>(NoticeFiles.lines());
        lines.set(0, lines.get(1));

        // when
        Answer preview = api.postForm(KEEPER, "/api/calendars/notices/preview", notice(lines));

        // then
        assertThat(preview.status()).isEqualTo(400);
        assertThat(preview.violation("file:3")).contains("同一天");
        assertThat(calendars.version()).isEqualTo(version);
    }

    @Test
    void onlyWhatWasPreviewedIsAdded() {
        // given
        long version = calendars.version();
        Map<String, Object> form = notice(NoticeFiles.lines());
        String digest =
                api.postForm(KEEPER, "/api/calendars/notices/preview", form).text("digest");

        // when
        Answer without = api.postForm(KEEPER, "/api/calendars/notices", form);
        form.put("digest", digest);
        form.put("title", "另一份通知（虚构）");
        Answer another = api.postForm(KEEPER, "/api/calendars/notices", form);

        // then
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.violation("digest")).contains("请先预览");
        assertThat(another.status()).isEqualTo(409);
        assertThat(calendars.version()).isEqualTo(version);
    }

    @Test
    void aNoticeIsAddedByASupervisorWhoKeepsTheCalendar() {
        for (String user : List.of("superjn", "reviewlc", "admin")) {
            assertThat(api.postForm(user, "/api/calendars/notices/preview", notice(NoticeFiles.lines()))
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(api.get("superjn", "/api/calendars").body().get("mayImport").asBoolean())
                .isFalse();
        assertThat(api.get(KEEPER, "/api/calendars").body().get("mayImport").asBoolean())
                .isTrue();
    }

    @Test
    void aDayOfAPoolMovesItsCasesAndItsWithdrawalMovesThemBack() {
        // given
        LocalDate off = workingDayAfter(time.today(), 3);
        CaseNumber here = openDueOn(LIAOCHENG, off);
        CaseNumber elsewhere = openDueOn(JINING, off);
        String next = workingDayAfter(off, 1).toString();
        Map<String, Object> typhoon = typhoon(LIAOCHENG, off);

        // when
        Answer preview = api.post(KEEPER, "/api/calendars/local-days/preview", typhoon);
        typhoon.put("digest", preview.text("digest"));
        Answer added = api.post(KEEPER, "/api/calendars/local-days", typhoon);
        recomputation.run();

        // then
        assertThat(shiftOf(preview, here)).isEqualTo(off + " false -> " + next + " false");
        assertThat(shiftOf(preview, elsewhere)).isNull();
        assertThat(added.status()).as("%s", added.body()).isEqualTo(200);
        assertThat(clockOf(here)).isEqualTo(next + " false");
        assertThat(clockOf(elsewhere)).isEqualTo(off + " false");
        assertThat(lastEvent(here)).startsWith("因工作日历变动：台风停工（" + off + "，聊防指发〔2026〕7号），到期日由 " + off);
        assertThat(api.get("clerkjn", "/api/calendars/years/" + off.getYear() + "?region=" + LIAOCHENG)
                        .body()
                        .findValuesAsText("day"))
                .contains(off.toString());

        // when
        JsonNode entry = api.get(KEEPER, "/api/calendars/local-days").body().get(0);
        String path = "/api/calendars/local-days/" + entry.get("id") + "/withdrawal";
        Map<String, Object> withdrawal = new HashMap<>(Map.of("reason", "台风未登陆", "source", source()));
        withdrawal.put("digest", api.post(KEEPER, path + "/preview", withdrawal).text("digest"));
        Answer withdrawn = api.post(KEEPER, path, withdrawal);
        Answer twice = api.post(KEEPER, path, withdrawal);
        recomputation.run();

        // then
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(clockOf(here)).isEqualTo(off + " false");
        assertThat(lastEvent(here)).startsWith("因工作日历变动：撤销台风停工");
    }

    @Test
    void daysOfAPoolAreChangedByItsOwnSupervisorsWithASource() {
        // given
        Map<String, Object> typhoon = typhoon(LIAOCHENG, workingDayAfter(time.today(), 3));
        long version = calendars.version();

        // when
        Answer stranger = api.post("superjn", "/api/calendars/local-days/preview", typhoon);
        typhoon.put("region", "370000");
        Answer province = api.post("superjn", "/api/calendars/local-days/preview", typhoon);
        typhoon.put("region", LIAOCHENG);
        typhoon.remove("source");
        typhoon.put("to", "2026-1-1");
        Answer careless = api.post(KEEPER, "/api/calendars/local-days/preview", typhoon);

        // then
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(province.status()).isEqualTo(403);
        assertThat(careless.status()).isEqualTo(400);
        assertThat(careless.violation("source.number")).isEqualTo("必填");
        assertThat(careless.violation("to")).contains("yyyy-MM-dd");
        assertThat(calendars.version()).isEqualTo(version);
    }

    @Test
    void aFigureThatWasWrongIsRepairedFromTheEvents() {
        // given
        LocalDate due = workingDayAfter(time.today(), 5);
        CaseNumber number = openDueOn(LIAOCHENG, due);
        jdbc.sql("update yiban.case_clock set due_on = due_on + 3, working_days = 99, computed_by = 1"
                        + " where case_number = ?")
                .param(number.value())
                .update();

        // when
        recomputation.run();

        // then
        assertThat(clockOf(number)).isEqualTo(due + " false");
        assertThat(lastEvent(number)).startsWith("按记录和工作日历重新计算，到期日由 " + due.plusDays(3) + " 改为 " + due);
    }

    @Test
    void aCaseThatCannotBeComputedKeepsNoOtherFromIt() {
        // given: a resumption without a pause
        LocalDate due = workingDayAfter(time.today(), 5);
        CaseNumber broken = openDueOn(LIAOCHENG, due);
        CaseNumber sound = openDueOn(LIAOCHENG, due);
        jdbc.sql(
                        "insert into yiban.clock_event (case_number, type, at, recorded_at) values (?, 'RESUMED', now(), now())")
                .param(broken.value())
                .update();
        jdbc.sql("update yiban.case_clock set computed_by = 1, due_on = due_on + 3 where case_number in (?, ?)")
                .params(broken.value(), sound.value())
                .update();

        // when
        recomputation.run();

        // then
        assertThat(clockOf(sound)).isEqualTo(due + " false");
        assertThat(recomputation.progress().failed()).isEqualTo(1);
        jdbc.sql("update yiban.case_clock set stopped_on = due_on, met = true where case_number = ?")
                .param(broken.value())
                .update();
    }

    private static Map<String, Object> notice(List<String> lines) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("file:2027.csv", NoticeFiles.csv(lines));
        form.put("year", "2027");
        form.put("title", "2027年放假通知（虚构）");
        form.put("published", "2026-11-05");
        return form;
    }

    private static Map<String, Object> typhoon(String region, LocalDate day) {
        return new HashMap<>(
                Map.of("region", region, "kind", "OFF", "name", "台风停工", "from", day.toString(), "source", source()));
    }

    private static Map<String, Object> source() {
        return Map.of("number", "聊防指发〔2026〕7号", "published", "2026-11-20", "text", "聊城市防汛抗旱指挥部（虚构）");
    }

    private LocalDate workingDayAfter(LocalDate day, int workingDays) {
        return calendars.current().addWorkingDays(day, workingDays).date();
    }

    private CaseNumber openDueOn(String pool, LocalDate due) {
        long person = applicants.employedIn(new RegionCode(JINING)).id();
        LocalDate accepted = time.today().isBefore(due) ? time.today() : due.minusDays(20);
        int workingDays = calendars.of(pool).workingDaysBetween(accepted, due);
        return transaction.execute(status -> {
            CaseNumber number = cases.open(CaseKind.TRANSFER_IN, new RegionCode(pool), person, "test")
                    .number();
            clocks.start(number, accepted, workingDays, TargetNature.LEGAL, ClockEntry.BY_PROCESS);
            return number;
        });
    }

    private String clockOf(CaseNumber number) {
        return jdbc.sql("select due_on || ' ' || provisional from yiban.case_clock where case_number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private String lastEvent(CaseNumber number) {
        List<CaseEvent> history = cases.history(number);
        return history.isEmpty() ? null : history.get(history.size() - 1).text();
    }

    /** What a preview says of a case; {@code null} if it does not name it. */
    private static String shiftOf(Answer preview, CaseNumber number) {
        for (JsonNode each : preview.body().path("cases")) {
            if (each.get("caseNumber").asText().equals(number.value())) {
                return "%s %s -> %s %s"
                        .formatted(
                                each.get("dueBefore").asText(),
                                each.get("provisionalBefore").asText(),
                                each.get("dueAfter").asText(),
                                each.get("provisionalAfter").asText());
            }
        }
        return null;
    }
}
