package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.CONFIRM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.exchange.MessageState;
import org.yiban.partners.Behaviour;
import org.yiban.partners.RegionSimulator;
import org.yiban.paths.PassedPaths;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Only the transfer-out side is served here: every path of {@code transferOut}, asked for by an agency elsewhere. */
@YibanTest
class TransferOutPathsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    TransferSteps steps;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    Applicants applicants;

    @Autowired
    People people;

    @Autowired
    ApiClient api;

    @BeforeEach
    @AfterEach
    void theOtherSideBehaves() {
        elsewhere.behavesAnew();
    }

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/transfer-out.bpmn", "transferOut").notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("transfer/transfer-contradiction.bpmn", TransferModel.TRANSFER_CONTRADICTION)
                        .notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("transfer/other-side-confirmation.bpmn", TransferModel.OTHER_SIDE_CONFIRMATION)
                        .notPassed())
                .isEmpty();
    }

    @Test
    void aRelationLeavesForAPoolElsewhereWithATableWhoseDigestTheOtherSideChecks() throws Exception {
        // given
        Applicant person = applicants.employedIn(JINING, YearMonth.of(2024, 1), YearMonth.of(2025, 6));
        String conversation = elsewhere.asksFor(person, 1);
        String out = elsewhere.outCase(conversation);
        assertThat(steps.view("reviewjn", out).at("/history/0/text").asText()).contains("青岛", "鲁医保发〔2021〕54号");

        // when
        assertThat(steps.decideTable(out, CONFIRM).status()).isEqualTo(200);
        elsewhere.messagesPass();

        // then
        JsonNode table = elsewhere.regions.received(conversation).get(0).path("payload");
        assertThat(table.path("months")).hasSize(18);
        assertThat(table.at("/person/identityNumber").asText()).isEqualTo(person.identityNumber());
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(people.openEnrolment(person.id(), JINING, Scheme.EMPLOYEE)).isEmpty();
        assertThat(people.months(person.id(), JINING)).isEmpty();
    }

    @Test
    void aTableThatIsQuestionedIsAnsweredByASecondOneAndBothStay() throws Exception {
        // given
        elsewhere.regions.behaves(Behaviour.QUESTION);
        Applicant person = applicants.employedIn(JINING);
        String conversation = elsewhere.asksFor(person, 1);
        String out = elsewhere.outCase(conversation);

        // when
        steps.decideTable(out, CONFIRM);
        elsewhere.messagesPass();
        // then
        JsonNode asked = steps.view("reviewjn", out).path("informationTable");
        assertThat(asked.path("version").asInt()).isZero();
        assertThat(asked.at("/rounds/0/questions").asText()).isEqualTo("请核对最早的缴费月份");
        assertThat(steps.decideTable(out, CONFIRM).violation("note")).isEqualTo("必填");

        // when
        steps.decideTable(out, Map.of("decision", "CONFIRM", "note", "已核对档案，无误"));
        elsewhere.messagesPass();
        // then
        assertThat(elsewhere.regions.received(conversation))
                .extracting(message -> message.at("/payload/version").asInt())
                .containsExactly(1, 2);
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view("clerkjn", out).at("/informationTable/rounds")).hasSize(2);
    }

    @Test
    void aRefusalHereIsToldWithItsReason() throws Exception {
        String conversation = elsewhere.asksFor(applicants.employedIn(JINING), 1);

        steps.decideTable(
                elsewhere.outCase(conversation),
                Map.of("decision", "REFUSE", "reason", "单位欠费未清", "basis", List.of("AGENCY")));
        elsewhere.messagesPass();

        assertThat(elsewhere.regions.received(conversation)).singleElement().satisfies(message -> {
            assertThat(message.path("type").asText()).isEqualTo(TransferMessages.REFUSED_BY_ORIGIN);
            assertThat(message.at("/payload/refusalReason").asText()).isEqualTo("单位欠费未清");
            assertThat(message.at("/payload/basis/0").asText()).isEqualTo("AGENCY");
        });
    }

    @Test
    void whatTheOtherSideRefusesLeavesTheRelationHere() throws Exception {
        elsewhere.regions.behaves(Behaviour.REJECT);
        Applicant person = applicants.employedIn(JINING);
        String out = elsewhere.outCase(elsewhere.asksFor(person, 1));

        steps.decideTable(out, CONFIRM);
        elsewhere.messagesPass();

        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("REFUSED");
        assertThat(people.openEnrolment(person.id(), JINING, Scheme.EMPLOYEE)).isPresent();
    }

    @Test
    void whereTheOtherSideNeverAnswersItIsEscalatedAndASupervisorRecordsWhatItSaidOtherwise() throws Exception {
        // given
        elsewhere.regions.behaves(Behaviour.NEVER);
        String conversation = elsewhere.asksFor(applicants.employedIn(JINING), 30);
        String out = elsewhere.outCase(conversation);

        // when
        elsewhere.timersRing(out);
        // then
        assertThat(elsewhere.stepsOf(out)).contains("overdue");
        Map<String, String> completed =
                Map.of("end", "COMPLETED", "completedOn", LocalDate.now(ZONE).toString(), "reason", "对方来函告知");
        assertThat(otherSide("superjn", out, completed).status()).isEqualTo(409);

        // when
        steps.decideTable(out, CONFIRM);
        elsewhere.messagesPass();
        // then
        assertThat(otherSide("clerkjn", out, completed).status()).isEqualTo(403);
        assertThat(otherSide("superjn", out, Map.of("end", "COMPLETED")).body().findValuesAsText("field"))
                .containsExactlyInAnyOrder("completedOn", "reason");
        assertThat(otherSide("superjn", out, completed).status()).isEqualTo(200);
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("OPEN");
        assertThat(otherSide("superjn", out, completed).text("detail")).contains("等另一人确认");
        assertThat(otherSide("clerkjn", out, completed).status()).isEqualTo(403);
        assertThat(steps.confirmOtherSide("superjn", out, CONFIRM).status()).isEqualTo(403);
        assertThat(steps.confirmOtherSide("approvejn", out, CONFIRM).status()).isEqualTo(200);
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("COMPLETED");

        // when it says so after all
        elsewhere.regions.completes(RegionSimulator.QINGDAO, TransferSteps.JINING, conversation);
        elsewhere.messagesPass();
        // then
        assertThat(elsewhere
                        .inInbox(TransferSteps.JINING, conversation, MessageState.DONE)
                        .type())
                .isNotNull();
    }

    @Test
    void aSupervisorRecordsThatTheOtherSideHasEndedWithoutIt() throws Exception {
        String out = elsewhere.outCase(elsewhere.asksFor(applicants.employedIn(JINING), 8));
        elsewhere.timersRing(out);

        assertThat(otherSide("superjn", out, Map.of("end", "CLOSED", "reason", "来电：申请人已撤回"))
                        .status())
                .isEqualTo(200);
        assertThat(steps.confirmOtherSide("approvejn", out, CONFIRM).status()).isEqualTo(200);

        assertThat(steps.view("clerkjn", out).path("outcome").asText()).contains("来电：申请人已撤回");
    }

    @Test
    void whatASupervisorRecordedIsGivenBackAndTheMessageThatComesFirstCounts() throws Exception {
        // given
        elsewhere.regions.behaves(Behaviour.NEVER);
        String conversation = elsewhere.asksFor(applicants.employedIn(JINING), 1);
        String out = elsewhere.outCase(conversation);
        steps.decideTable(out, CONFIRM);
        elsewhere.messagesPass();
        Map<String, String> ended = Map.of("end", "CLOSED", "reason", "来电：申请人已撤回");
        otherSide("superjn", out, ended);

        // when
        assertThat(steps.confirmOtherSide("approvejn", out, Map.of("decision", "RETURN"))
                        .violation("reason"))
                .isEqualTo("必填");
        Answer back = steps.confirmOtherSide("approvejn", out, Map.of("decision", "RETURN", "reason", "没有来函"));
        // then
        assertThat(back.text("state")).isEqualTo("OPEN");
        assertThat(back.body().at("/otherSide/0/state").asText()).isEqualTo("已退回");

        // when
        assertThat(otherSide("superjn", out, ended).status()).isEqualTo(200);
        elsewhere.regions.completes(RegionSimulator.QINGDAO, TransferSteps.JINING, conversation);
        elsewhere.messagesPass();
        // then
        JsonNode view = steps.view("superjn", out);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.at("/otherSide/1/state").asText()).isEqualTo("对方已发来消息，不用确认");
        assertThat(steps.openTask(out + "/otherside")).isNull();
    }

    @Test
    void aCompletionOfWhatWasRecordedAsEndedComesBeforeASupervisorWhoFollowsIt() throws Exception {
        // given
        elsewhere.regions.behaves(Behaviour.NEVER);
        Applicant person = applicants.employedIn(JINING);
        String conversation = elsewhere.asksFor(person, 1);
        String out = elsewhere.outCase(conversation);
        steps.decideTable(out, CONFIRM);
        elsewhere.messagesPass();
        otherSide("superjn", out, Map.of("end", "CLOSED", "reason", "来电：申请人已撤回"));
        steps.confirmOtherSide("approvejn", out, CONFIRM);

        // when
        elsewhere.regions.completes(RegionSimulator.QINGDAO, TransferSteps.JINING, conversation);
        elsewhere.messagesPass();
        // then
        assertThat(elsewhere.stepsOf(out)).endsWith("contradicted");
        assertThat(people.months(person.id(), JINING)).hasSize(12);

        // when
        assertThat(contradicted(out).path("notFollowable").isNull()).isTrue();
        assertThat(follow(out).text("state")).isEqualTo("REFUSED");
        // then
        assertThat(people.months(person.id(), JINING)).hasSize(12);
        assertThat(steps.confirmOtherSide("superjn", out, CONFIRM).status()).isEqualTo(403);

        // when
        steps.confirmOtherSide("approvejn", out, Map.of("decision", "RETURN", "reason", "没有来函"));
        assertThat(people.months(person.id(), JINING)).hasSize(12);
        follow(out);
        Answer confirmed = steps.confirmOtherSide("approvejn", out, CONFIRM);
        // then
        assertThat(confirmed.text("state")).isEqualTo("COMPLETED");
        assertThat(people.months(person.id(), JINING)).isEmpty();
        assertThat(people.openEnrolment(person.id(), JINING, Scheme.EMPLOYEE)).isEmpty();
    }

    private Answer follow(String out) {
        return steps.decide(
                "superjn", out + "/contradiction", "contradiction", Map.of("decision", "FOLLOW", "reason", "对方函告已转入"));
    }

    private JsonNode contradicted(String out) {
        String task = steps.openTask(out + "/contradiction").getId();
        return api.get("superjn", "/api/transfers/contradictions/by-task/" + task)
                .body();
    }

    @Test
    void aCompletionThatOvertakesTheRequestIsHeldUntilTheTableHasLeft() throws Exception {
        // given
        elsewhere.regions.behaves(Behaviour.NEVER);
        Applicant person = applicants.employedIn(JINING);
        String conversation = UUID.randomUUID().toString();
        elsewhere.regions.completes(RegionSimulator.QINGDAO, TransferSteps.JINING, conversation);
        elsewhere.messagesPass();
        assertThat(elsewhere
                        .inInbox(TransferSteps.JINING, conversation, MessageState.EARLY)
                        .type())
                .isEqualTo(TransferMessages.COMPLETED);

        // when
        elsewhere.regions.requests(
                RegionSimulator.QINGDAO,
                TransferSteps.JINING,
                conversation,
                elsewhere.request(person, LocalDate.now(ZONE)));
        elsewhere.messagesPass();
        steps.decideTable(elsewhere.outCase(conversation), CONFIRM);
        elsewhere.messagesPass();

        // then
        assertThat(steps.view("clerkjn", elsewhere.outCase(conversation))
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    void whoAsksForSomebodyUnknownOrInsuredElsewhereLearnsNoMoreThanThat() throws Exception {
        Applicant stranger = new Applicant(0, FictitiousPerson.man().value(), "虚构·赵无人");
        Applicant ofLiaocheng = applicants.employedIn(new RegionCode(TransferSteps.LIAOCHENG));

        String first = elsewhere.asksFor(stranger, 1);
        String second = elsewhere.asksFor(ofLiaocheng, 1);

        for (String conversation : new String[] {first, second}) {
            assertThat(elsewhere.regions.received(conversation)).singleElement().satisfies(message -> assertThat(
                            message.at("/payload/refusalReason").asText())
                    .contains("没有此人的医疗保险登记，或姓名与登记不符"));
        }
    }

    @Test
    void aSecondRequestForSomebodyWhoIsMovingElsewhereAlreadyIsRefused() throws Exception {
        Applicant person = applicants.employedIn(JINING);
        elsewhere.asksFor(person, 1);
        String second = UUID.randomUUID().toString();
        ObjectNode request = elsewhere.request(person, LocalDate.now(ZONE)).put("toRegion", RegionSimulator.BEIJING);

        elsewhere.regions.requests(RegionSimulator.BEIJING, TransferSteps.JINING, second, request);
        elsewhere.messagesPass();

        assertThat(elsewhere.regions.received(second)).singleElement().satisfies(message -> assertThat(
                        message.at("/payload/refusalReason").asText())
                .contains("正在由转出地办理"));
    }

    @Test
    void aRequestForAnotherPoolThanItIsSentToOrWithDaysThatCannotBeIsRefusedForGood() throws Exception {
        String conversation = UUID.randomUUID().toString();
        ObjectNode request = elsewhere
                .request(applicants.employedIn(JINING), LocalDate.now(ZONE).plusDays(1))
                .put("fromRegion", TransferSteps.LIAOCHENG);

        elsewhere.regions.requests(RegionSimulator.QINGDAO, TransferSteps.JINING, conversation, request);
        elsewhere.messagesPass();

        assertThat(elsewhere
                        .inInbox(TransferSteps.JINING, conversation, MessageState.REFUSED)
                        .why())
                .contains("fromRegion", "acceptedOn");
    }

    private ApiClient.Answer otherSide(String user, String out, Map<String, String> body) {
        return api.post(user, "/api/transfers/" + out + "/other-side", body);
    }
}
