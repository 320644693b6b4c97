package org.yiban.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

@YibanTest
class CaseListTest {

    private static final int WORKING_DAYS = 9;
    private static final int SO_MANY_THAT_NO_NOTICE_REACHES_THERE = 600;

    @Autowired
    ListedCases listed;

    @Autowired
    ApiClient api;

    @Autowired
    BusinessTime time;

    private RegionCode pool;
    private String clerk;

    @BeforeEach
    void aPoolWithAClerk() {
        pool = listed.newPool();
        clerk = listed.clerkOf(pool);
    }

    @Test
    void openCasesComeByDueDayAndThoseWithoutOneAtTheEnd() {
        // given
        String undated = listed.open(pool, CaseKind.TRANSFER_IN);
        String later = listed.openAcceptedOn(pool, time.today().minusDays(10), WORKING_DAYS);
        String first = listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS);
        listed.close(
                listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS), CaseState.COMPLETED, "转移完成");

        // when
        Answer answer = list("state=OPEN");

        // then
        assertThat(numbers(answer)).containsExactly(first, later, undated);
        assertThat(answer.body().get("next").isNull()).isTrue();
    }

    @Test
    void casesOfAllStatesComeNewestFirst() {
        // given
        String oldest = listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS);
        String middle = listed.open(pool, CaseKind.TRANSFER_OUT);
        String newest = listed.open(pool, CaseKind.TRANSFER_IN);
        listed.close(middle, CaseState.WITHDRAWN, "转入地已结束办理");

        // when, then
        assertThat(numbers(list(""))).containsExactly(newest, middle, oldest);
    }

    @Test
    void aPageFollowsOnTheOneBeforeWithoutGapsOrRepeats() {
        // given
        List<String> byDueDay = new ArrayList<>();
        byDueDay.add(listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS));
        byDueDay.add(listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS));
        byDueDay.add(listed.openAcceptedOn(pool, time.today().minusDays(10), WORKING_DAYS));
        byDueDay.add(listed.open(pool, CaseKind.TRANSFER_IN));
        byDueDay.add(listed.open(pool, CaseKind.TRANSFER_IN));

        // when, then
        assertThat(allPages("state=OPEN&limit=2")).containsExactlyElementsOf(byDueDay);
        assertThat(allPages("limit=2"))
                .containsExactlyInAnyOrderElementsOf(byDueDay)
                .first()
                .isEqualTo(byDueDay.get(4));
    }

    @Test
    void aListIsFilteredByStateKindAndPartOfTheNumber() {
        // given
        String in = listed.open(pool, CaseKind.TRANSFER_IN);
        String out = listed.open(pool, CaseKind.TRANSFER_OUT);
        String refused = listed.open(pool, CaseKind.TRANSFER_IN);
        listed.close(refused, CaseState.REFUSED, "没有可以转移的关系");

        // when, then
        assertThat(numbers(list("state=REFUSED"))).containsExactly(refused);
        assertThat(numbers(list("kind=TRANSFER_OUT"))).containsExactly(out);
        assertThat(numbers(list("text=" + in.toLowerCase()))).containsExactly(in);
        assertThat(numbers(list("text=000002"))).containsExactly(refused);
        assertThat(numbers(list("state=OPEN&kind=TRANSFER_IN&text=zr"))).containsExactly(in);
        assertThat(numbers(list("text=999999"))).isEmpty();
    }

    @Test
    void whatIsOverdueAndWhatIsProvisionalIsTold() {
        // given
        String late = listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS);
        String inTime = listed.openAcceptedOn(pool, time.today(), WORKING_DAYS);
        String provisional = listed.openAcceptedOn(pool, time.today(), SO_MANY_THAT_NO_NOTICE_REACHES_THERE);

        // when
        JsonNode cases = list("state=OPEN").body().get("cases");

        // then
        assertThat(cases.findValuesAsText("caseNumber")).containsExactly(late, inTime, provisional);
        assertThat(cases.findValuesAsText("overdue")).containsExactly("true", "false", "false");
        assertThat(cases.findValuesAsText("provisional")).startsWith("false").endsWith("true");
    }

    @Test
    void everyClockIsToldWithTheWorkingDaysItHasLeftAndFoundByItsState() {
        // given
        String waiting = listed.open(pool, CaseKind.TRANSFER_IN);
        String inTime = listed.openAcceptedOn(pool, time.today(), WORKING_DAYS);
        String late = listed.openAcceptedOn(pool, time.today().minusDays(40), WORKING_DAYS);
        String paused = listed.openAcceptedOn(pool, time.today(), WORKING_DAYS + 1);
        listed.pause(paused);

        // when
        JsonNode cases = list("state=OPEN").body().get("cases");

        // then
        assertThat(cases.findValuesAsText("caseNumber")).containsExactly(late, inTime, paused, waiting);
        assertThat(cases.findValuesAsText("clockStateTitle")).containsExactly("逾期", "正常", "暂停", "null");
        assertThat(cases.get(0).get("daysLeft").asInt()).isNegative();
        assertThat(cases.get(1).get("daysLeft").asInt()).isEqualTo(WORKING_DAYS);
        assertThat(cases.get(2).get("daysLeft").asInt()).isEqualTo(WORKING_DAYS + 1);
        assertThat(numbers(list("clock=PAUSED"))).containsExactly(paused);
        assertThat(numbers(list("clock=OVERDUE&state=OPEN"))).containsExactly(late);
    }

    @Test
    void anotherPoolsCasesAreNeitherListedNorFollowedOn() {
        // given
        RegionCode neighbour = listed.newPool();
        String theirs = listed.open(neighbour, CaseKind.TRANSFER_IN);
        String ours = listed.open(pool, CaseKind.TRANSFER_IN);

        // when
        Answer answer = list("");
        Answer searched = list("text=" + theirs);
        Answer after = list("after=" + theirs);
        Answer afterNothing = list("after=ZR371500-1999-000001");

        // then
        assertThat(numbers(answer)).containsExactly(ours);
        assertThat(numbers(searched)).isEmpty();
        assertThat(after.status()).isEqualTo(400);
        assertThat(after.violation("after")).isEqualTo(afterNothing.violation("after"));
    }

    @Test
    void theListIsForPeopleOfPoolsOnly() {
        // given
        listed.open(pool, CaseKind.TRANSFER_IN);

        // when, then
        assertThat(api.get(null, "/api/cases").status()).isEqualTo(401);
        assertThat(numbers(api.get("admin", "/api/cases"))).isEmpty();
    }

    @Test
    void whatIsWrongWithAQuestionIsNamedWithWhatIsAllowed() {
        // when
        Answer state = list("state=DONE");
        Answer kind = list("kind=LOAN");
        Answer others = list("text=%25&after=first&limit=101");
        Answer limit = list("limit=many");

        // then
        assertThat(state.status()).isEqualTo(400);
        assertThat(state.violation("state"))
                .contains("OPEN")
                .contains("COMPLETED")
                .contains("NOT_NEEDED")
                .contains("REFUSED")
                .contains("WITHDRAWN");
        assertThat(kind.violation("kind")).contains("TRANSFER_IN").contains("TRANSFER_OUT");
        assertThat(others.status()).isEqualTo(400);
        assertThat(others.violation("text")).contains("案号");
        assertThat(others.violation("after")).contains("next");
        assertThat(others.violation("limit")).contains("1 到 100");
        assertThat(limit.violation("limit")).contains("整数");
    }

    private Answer list(String query) {
        return api.get(clerk, "/api/cases?" + query);
    }

    private List<String> allPages(String query) {
        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            Answer page = list(query + after);
            assertThat(numbers(page)).hasSizeBetween(1, 2);
            found.addAll(numbers(page));
            String next = page.body().get("next").asText(null);
            after = next == null ? null : "&after=" + next;
        }
        return found;
    }

    private static List<String> numbers(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("cases").findValuesAsText("caseNumber");
    }
}
