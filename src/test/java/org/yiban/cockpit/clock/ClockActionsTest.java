package org.yiban.cockpit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.sla.CaseClock;
import org.yiban.sla.ClockState;
import org.yiban.sla.Clocks;
import org.yiban.sla.ExtensionRequests;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.transfer.TransferSteps;

@YibanTest
class ClockActionsTest {

    private static final RegionCode JINING = new RegionCode("370800");
    private static final LocalDate BEFORE_THE_FESTIVAL = LocalDate.of(2026, 2, 12);

    @Autowired
    ApiClient api;

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    Clocks clocks;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    BusinessTime time;

    private String acceptedOn(LocalDate day) {
        String number = steps.registered(applicants.employedIn(JINING));
        assertThat(steps.accept(number, day).status()).isEqualTo(200);
        return number;
    }

    private CaseClock clock(String number) {
        return clocks.of(new CaseNumber(number)).orElseThrow();
    }

    private ClockState state(String number) {
        return clock(number).read(time.today()).state();
    }

    private Answer act(String user, String number, String action, Object... namesAndValues) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return api.post(user, "/api/sla/cases/" + number + "/" + action, body);
    }

    private Answer pause(String user, String number, Object... more) {
        Stream<Object> all =
                Stream.concat(Stream.of("reason", "APPLICANT_SUPPLEMENT", "note", "缺劳动合同"), Stream.of(more));
        return act(user, number, "pauses", all.toArray());
    }

    @Test
    void aPausedCaseWhoseApplicantAnswersAfterTheSpringFestivalIsDueOnTheRightDay() {
        // given
        String number = acceptedOn(BEFORE_THE_FESTIVAL);
        assertThat(clock(number).clock().dueOn()).isEqualTo("2026-03-03");

        // when
        assertThat(pause("superlc", number, "at", "2026-02-13T09:30").status()).isEqualTo(204);
        assertThat(act("superlc", number, "resumptions", "at", "2026-02-24T15:00", "note", "材料当日收到")
                        .status())
                .isEqualTo(204);

        // then the make-up Saturday and the first day after the festival were waited
        JsonNode view = steps.view("superlc", number);
        assertThat(view.path("dueOn").asText()).isEqualTo("2026-03-05");
        assertThat(view.path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("时限恢复（补记，自 2026-02-24 起），到期日 2026-03-05"));
    }

    @Test
    void aReviewerPausesAndResumesTheClock() {
        // given
        String number = acceptedOn(time.today());

        // when, then
        assertThat(pause("reviewlc", number).status()).isEqualTo(204);
        assertThat(state(number)).isEqualTo(ClockState.PAUSED);
        assertThat(act("reviewlc", number, "resumptions").status()).isEqualTo(204);
        assertThat(state(number)).isEqualTo(ClockState.ON_TRACK);
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        // given
        String number = acceptedOn(time.today());
        int recorded = clock(number).events().size();

        // when
        Answer resumed = act("superlc", number, "resumptions");
        Answer tooEarly =
                pause("superlc", number, "at", time.today().minusDays(1).toString());
        Answer tooLate = pause("superlc", number, "at", time.today().plusDays(1).toString());
        Answer unreadable = pause("superlc", number, "at", "2026-02-30");
        Answer unexplained = act("superlc", number, "pauses", "reason", "FORCE_MAJEURE");
        Answer unreasoned = act("superlc", number, "pauses", "note", "等");
        List<String> notByPeople = Stream.of("YEARS_TO_CONFIRM", "CHOICE_TO_MAKE", "PAYMENT_TO_COME", "AGE_AHEAD")
                .map(reason -> act("superlc", number, "pauses", "reason", reason, "note", "等"))
                .map(refused -> refused.violation("reason"))
                .toList();
        Answer unknown = pause("superlc", "ZR371500-1999-000001");
        Answer retroactive = pause("reviewlc", number, "at", time.today().toString());

        // then
        assertThat(resumed.status()).isEqualTo(409);
        assertThat(resumed.text("detail")).isEqualTo("时限没有暂停，不能恢复");
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.text("detail")).contains("不能早于时限的起算日");
        assertThat(tooLate.violation("at")).startsWith("不能晚于现在");
        assertThat(unreadable.violation("at")).startsWith("应为日期");
        assertThat(unexplained.violation("note")).isEqualTo("必填");
        assertThat(unreasoned.violation("reason")).startsWith("必填");
        assertThat(notByPeople).allMatch(said -> said.startsWith("必填"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(retroactive.status()).isEqualTo(403);
        assertThat(clock(number).events()).hasSize(recorded);
    }

    @Test
    void aPausedClockIsNotPausedAgain() {
        // given
        String number = acceptedOn(time.today());
        pause("superlc", number);

        // when
        Answer again = pause("superlc", number);

        // then
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains("已经暂停");
    }

    @Test
    void onlyPeopleWhoMayActOnACaseOfTheirPoolDo() {
        String number = acceptedOn(time.today());
        assertThat(pause("superjn", number).status()).isEqualTo(404);
        assertThat(pause("clerklc", number).status()).isEqualTo(403);
        assertThat(pause("analystlc", number).status()).isEqualTo(404);
        assertThat(act("reviewlc", number, "resets", "workingDays", 9, "reason", "重办")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anExtensionThatAReviewerAsksForIsApprovedByASupervisorAndTheApplicantIsTold() {
        // given
        String number = acceptedOn(time.today());
        LocalDate due = clock(number).clock().dueOn();

        // when
        Answer asked = act("reviewlc", number, "extensions", "workingDays", 3, "reason", "档案需到省馆查核");
        // then
        assertThat(asked.status()).isEqualTo(202);
        assertThat(clock(number).clock().dueOn()).isEqualTo(due);

        // when
        long id = requests.open(new CaseNumber(number)).orElseThrow().id();
        Answer approved = act("superlc", number, "extensions/" + id + "/approval", "approved", true);
        // then
        assertThat(approved.status()).isEqualTo(204);
        assertThat(clock(number).clock().extended()).isEqualTo(3);
        assertThat(clock(number).events()).last().satisfies(event -> {
            assertThat(event.byUser()).isEqualTo("reviewlc");
            assertThat(event.approvedBy()).isEqualTo("superlc");
        });
        assertThat(steps.view("superlc", number).path("notices").findValuesAsText("title"))
                .contains("延长办理时限告知书");
    }

    @Test
    void anExtensionThatWaitsForApprovalIsListedForThePeopleOfItsPool() {
        // given
        String number = acceptedOn(time.today());
        act("reviewlc", number, "extensions", "workingDays", 3, "reason", "档案需到省馆查核");

        // when
        Answer own = api.get("superlc", "/api/sla/extension-requests");
        Answer others = api.get("superjn", "/api/sla/extension-requests");

        // then
        assertThat(own.body()).anySatisfy(request -> {
            assertThat(request.path("caseNumber").asText()).isEqualTo(number);
            assertThat(request.path("workingDays").asInt()).isEqualTo(3);
            assertThat(request.path("askedByName").asText()).contains("审核员");
        });
        assertThat(others.status()).isEqualTo(200);
        assertThat(others.body().toString()).doesNotContain(number);
    }

    @Test
    void anExtensionIsBoundByTheLimitsOfTheAgencyAndByTheDueDay() {
        // given
        String number = acceptedOn(time.today());
        String late = acceptedOn(BEFORE_THE_FESTIVAL);

        // when
        Answer tooLong = act("reviewlc", number, "extensions", "workingDays", 99, "reason", "忙");
        Answer unreasoned = act("reviewlc", number, "extensions", "workingDays", 1);
        act("reviewlc", number, "extensions", "workingDays", 1, "reason", "查档");
        Answer second = act("reviewlc", number, "extensions", "workingDays", 1, "reason", "查档");
        long own = requests.open(new CaseNumber(number)).orElseThrow().id();
        Answer byClerk = act("reviewlc", number, "extensions/" + own + "/approval", "approved", true);
        Answer unexplained = act("superlc", number, "extensions/" + own + "/approval", "approved", false);
        Answer tooLate = act("reviewlc", late, "extensions", "workingDays", 1, "reason", "查档");
        Answer granted = act("superlc", late, "extensions", "workingDays", 1, "reason", "查档", "at", "2026-03-02T16:00");

        // then
        assertThat(tooLong.violation("workingDays")).startsWith("每次可延长 1 到");
        assertThat(unreasoned.violation("reason")).isEqualTo("必填");
        assertThat(second.text("detail")).contains("已有一项延长申请待批");
        assertThat(byClerk.status()).isEqualTo(403);
        assertThat(unexplained.violation("note")).isEqualTo("必填");
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.text("detail")).contains("到期日 2026-03-03 已过");
        assertThat(granted.status()).isBetween(202, 204);
    }

    @Test
    void aClosedCaseKeepsItsClock() {
        // given
        String number = acceptedOn(time.today());
        steps.withdraw(number, "不办了");

        // when
        Answer refused = pause("superlc", number);

        // then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).isEqualTo("案件已撤回，时限不再变动");
        assertThat(state(number)).isEqualTo(ClockState.MET);
    }

    @Test
    void aSupervisorLetsTheClockBeginAnew() {
        // given
        String number = acceptedOn(BEFORE_THE_FESTIVAL);

        // when
        Answer answer = act("superlc", number, "resets", "workingDays", 9, "reason", "申请人重新提交");

        // then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(clock(number).clock().acceptedOn()).isEqualTo(time.today());
        assertThat(state(number)).isEqualTo(ClockState.ON_TRACK);
    }
}
