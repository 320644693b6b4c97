package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.paths.PassedPaths;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every path of {@code transferIn}, on the real tables and database. */
@YibanTest
class TransferPathsTest {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 12);
    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");
    private static final Map<String, String> SUPPLEMENT = Map.of("decision", "SUPPLEMENT", "supplement", "授权委托书原件");
    private static final Map<String, String> RECEIVED = Map.of("decision", "RECEIVED", "note", "收到原件");
    private static final Map<String, String> NOT_RECEIVED = Map.of("decision", "NOT_RECEIVED", "note", "两次告知未补");

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/transfer-in.bpmn", "transferIn").notPassed())
                .isEmpty();
    }

    @Test
    void theMainWayIsRegisteredAcceptedVerifiedAndApprovedByFourPeople() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));

        // when
        done(steps.approve(in));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        JsonNode letter = view.at("/notices/1");
        assertThat(letter.path("kind").asText()).isEqualTo("transferCompleted");
        assertThat(letter.path("body").asText()).contains("济宁", "聊城", "书面提出异议");
        assertThat(letter.at("/basis/0").asText()).isEqualTo("SD2021-54 art.(九)[2]");
        assertThat(running(in)).isZero();
    }

    @Test
    void withinOnePoolNothingMovesAndASlipAsksForTheChangeOfRegistration() {
        // given
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(LIAOCHENG));
        application.put("fromRegion", "371521");
        application.put("toRegion", "371525");

        // when
        Answer answer = steps.register(application);

        // then
        assertThat(answer.text("state")).isEqualTo("NOT_NEEDED");
        assertThat(kinds(answer.body())).containsExactly("noTransferNeeded", "employmentChangeReferral");
    }

    @Test
    void whoHasNoRelationThereIsRefusedAtOnce() {
        Answer answer = steps.register(TransferSteps.application(applicants.employedIn(LIAOCHENG)));
        assertThat(answer.text("state")).isEqualTo("REFUSED");
    }

    @Test
    void materialsAreAskedForBeforeAcceptanceAndARefusalNamesTheProvisionItRestsOn() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.decide("reviewlc", in, "acceptance", SUPPLEMENT));
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.RECORD_SUPPLEMENT);
        done(steps.decide("clerklc", in, "supplement", RECEIVED));

        // when
        Answer unknown = steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of("decision", "REFUSE", "reason", "不在范围", "basis", List.of("SD2021-54 art.(一百)")));

        // then
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.violation("basis")).contains("没有这个条款");

        // when
        done(steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of("decision", "REFUSE", "reason", "不在范围", "basis", List.of("SD2021-54 art.(九)[1]"))));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(kinds(view)).containsExactly("transferSupplement", "transferRefused");
        assertThat(view.at("/notices/1/body").asText()).contains("鲁医保发〔2021〕54号", "不在范围", "书面提出异议");
        assertThat(view.at("/refusalBasis/0/id").asText()).isEqualTo("SD2021-54 art.(九)[1]");
    }

    @Test
    void whatIsNotSupplementedBeforeAcceptanceIsRefused() {
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.decide("reviewlc", in, "acceptance", SUPPLEMENT));
        done(steps.decide("clerklc", in, "supplement", NOT_RECEIVED));
        assertThat(steps.view("clerklc", in).path("outcome").asText()).contains("两次告知未补");
    }

    @Test
    void anApplicationIsNotAcceptedUntilAllRequiredMaterialsWereSeen() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));

        // when
        Answer nothing = steps.decide(
                "reviewlc", in, "acceptance", Map.of("decision", "ACCEPT", "acceptedOn", ACCEPTED.toString()));
        Answer other = steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "acceptedOn",
                        ACCEPTED.toString(),
                        "materials",
                        List.of("IDENTITY_DOCUMENT", "HOROSCOPE")));

        // then
        assertThat(nothing.violation("materials")).contains("有效身份证件");
        assertThat(other.violation("materials")).contains("没有这种材料");
    }

    @Test
    void aSwitchOfSchemeAcrossPoolsGoesToASeniorWhoMayRefuseIt() {
        // given
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("identity", "RESIDENT");
        String in = steps.register(application).text("caseNumber");
        done(steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "acceptedOn",
                        ACCEPTED.toString(),
                        "materials",
                        List.of("IDENTITY_DOCUMENT", "RESIDENCE"))));
        assertThat(steps.view("superlc", in).at("/decision/silence/0").asText()).contains("职工与居民");

        // when
        Answer decided = steps.seniorDecides(
                in, Map.of("outcome", "DECIDED", "transferKind", "WITHIN_PROVINCE", "transferNeeded", "false"));

        // then
        assertThat(decided.status()).as("%s", decided).isEqualTo(204);
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(view.path("outcome").asText()).contains("参照现行办法");
    }

    @Test
    void aSwitchThatASeniorAllowsIsCompletedInTheOtherSchemeWithoutBridging() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        Map<String, Object> application = TransferSteps.application(applicant);
        application.put("identity", "RESIDENT");
        String in = steps.register(application).text("caseNumber");
        done(steps.decide(
                "reviewlc",
                in,
                "acceptance",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "acceptedOn",
                        ACCEPTED.toString(),
                        "materials",
                        List.of("IDENTITY_DOCUMENT", "RESIDENCE"))));
        Answer decided = steps.seniorDecides(
                in,
                Map.of(
                        "outcome",
                        "DECIDED",
                        "transferKind",
                        "WITHIN_PROVINCE",
                        "transferNeeded",
                        "true",
                        "workingDays",
                        "15"));
        assertThat(decided.status()).as("%s", decided).isEqualTo(204);
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();

        // when
        done(steps.verify(in, CONFIRM));
        done(steps.approve(in));
        steps.messagesArrive();

        // then
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.RESIDENT))
                .isPresent();
        assertThat(people.openEnrolment(applicant.id(), JINING, Scheme.EMPLOYEE))
                .isEmpty();
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(12);
        assertThat(steps.view("clerklc", in).at("/notices/0/body").asText()).contains("城乡居民");
    }

    @Test
    void aRetireesTransferGoesToASeniorWhoMayAllowItWithADeadline() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        jdbc.sql("update yiban.person set retired_insured = true where id = ?")
                .param(applicant.id())
                .update();
        String in = steps.registered(applicant);
        done(steps.accept(in, ACCEPTED));

        // when
        Answer without = steps.seniorDecides(
                in, Map.of("outcome", "DECIDED", "transferKind", "WITHIN_PROVINCE", "transferNeeded", "true"));

        // then
        assertThat(without.violation("workingDays")).isNotBlank();

        // when
        Answer decided = steps.seniorDecides(
                in,
                Map.of(
                        "outcome",
                        "DECIDED",
                        "transferKind",
                        "WITHIN_PROVINCE",
                        "transferNeeded",
                        "true",
                        "workingDays",
                        "15"));

        // then
        assertThat(decided.status()).as("%s", decided).isEqualTo(204);
        assertThat(steps.view("clerklc", in).path("dueOn").asText()).isEqualTo("2026-03-11");
    }

    @Test
    void theTableGoesBackWithQuestionsAndTheSecondAnswerReplacesTheFirstWhichStays() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));

        // when
        done(steps.verify(in, Map.of("decision", "QUESTION", "questions", "2025年3月的基数与凭证不符")));

        // then
        assertThat(steps.openTask(in)).isNull();
        assertThat(steps.view("reviewlc", in)
                        .at("/informationTable/rounds/0/questions")
                        .asText())
                .contains("2025年3月");

        // when
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), Map.of("decision", "CONFIRM", "note", "基数以单位申报为准")));
        steps.messagesArrive();

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(steps.view("reviewlc", in).at("/informationTable/rounds")).hasSize(2);
    }

    @Test
    void materialsAreAskedForLaterWhileTheClockStands() {
        // given a case accepted today
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("appliedOn", time.today().toString());
        String in = steps.register(application).text("caseNumber");
        done(steps.accept(in, time.today()));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();

        // when
        done(steps.verify(in, SUPPLEMENT));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.RECORD_LATER_SUPPLEMENT);
        assertThat(timers(in)).hasSize(2).allMatch(Job::isSuspended);

        // when
        done(steps.decide("clerklc", in, "supplement", RECEIVED));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
        assertThat(timers(in)).noneMatch(Job::isSuspended);
    }

    @Test
    void whatIsNotSupplementedLaterIsRefusedAndTheOtherSideLearnsSo() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));
        done(steps.verify(in, SUPPLEMENT));

        // when
        done(steps.decide("clerklc", in, "supplement", NOT_RECEIVED));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerkjn", steps.outCaseOf(in)).path("state").asText())
                .isEqualTo("REFUSED");
    }

    @Test
    void aTableThatDoesNotHoldIsRefused() {
        String in = steps.tableReceived(applicants.employedIn(JINING));
        done(steps.verify(in, TransferSteps.refusal("月份与本人陈述不符")));
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void theTransferOutSideRefusesAndASupervisorOpensTheCaseAgainInANewConversation() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        done(steps.accept(in, ACCEPTED));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), TransferSteps.refusal("单位欠费尚未清缴")));
        steps.messagesArrive();
        assertThat(steps.view("superlc", in).path("reopenable").asBoolean()).isTrue();

        // when
        assertThat(steps.act("clerklc", in, "reopening", Map.of("reason", "已清缴"))
                        .status())
                .isEqualTo(403);
        done(steps.act("superlc", in, "reopening", Map.of("reason", "单位已清缴欠费")));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
        assertThat(steps.accept(in, ACCEPTED).violation("acceptedOn")).contains("重新打开");

        // when
        done(steps.accept(in, time.today()));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(in), CONFIRM));
        steps.messagesArrive();
        steps.confirmTable(in);
        done(steps.approve(in));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(12);
        assertThat(steps.act("superlc", in, "reopening", Map.of("reason", "再来")).text("detail"))
                .contains("更正案件");
    }

    @Test
    void anApproverSendsATransferBackToBeVerifiedAgain() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));

        // when
        done(steps.decide("approvelc", in, "approval", Map.of("decision", "RETURN", "reason", "请核对2025年3月")));

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.VERIFY_INFORMATION_TABLE);
    }

    @Test
    void anApplicantWithdrawsEvenWhileTheTransferWaitsToBeApproved() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));

        // when
        done(steps.withdraw(in, "本人改变主意"));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(steps.view("clerkjn", steps.outCaseOf(in)).path("state").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(running(in)).isZero();
    }

    @Test
    void aDeathThatStaffLearnOfEndsTheTransferAndOpensTheRefundQuestion() {
        // given
        String in = steps.tableReceived(applicants.employedIn(JINING));
        assertThat(steps.act("clerklc", in, "death", Map.of("source", "家属告知")).violation("diedOn"))
                .contains("必填");

        // when
        done(steps.act("clerklc", in, "death", Map.of("diedOn", "2026-02-20", "source", "家属提交火化证明")));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerkjn", steps.outCaseOf(in)).path("outcome").asText())
                .contains("2026-02-20 死亡");
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.SETTLE_REFUND_QUESTION);
        assertThat(steps.withdraw(in, "家属撤回").status()).isEqualTo(409);

        // when
        Answer unknown = steps.decide(
                "clerklc", in, "refund-question", Map.of("refundCase", "TF371500-2026-999999", "note", "已登记"));
        done(steps.decide("clerklc", in, "refund-question", Map.of("note", "死亡后没有缴费")));

        // then
        assertThat(unknown.violation("refundCase")).contains("没有此人的这件退费");
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(kinds(view)).containsExactly("transferEndedByDeath");
        assertThat(running(in)).isZero();
    }

    @Test
    void aDeathThatComesOnRecordEndsTheTransferByItself() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        jdbc.sql("update yiban.person set died_on = '2026-03-01' where id = ?")
                .param(applicant.id())
                .update();

        // when the next files come in
        applicants.employedIn(JINING);

        // then
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.SETTLE_REFUND_QUESTION);
    }

    @Test
    void anObjectionIsUpheldOrRejectedByAnotherSupervisorThanTheOneWhoDecided() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.refuseAcceptance(in, "材料与登记不符"));
        done(object(in, "材料没有错"));
        assertThat(steps.withdraw(in, "算了").status()).isEqualTo(409);

        // when
        done(steps.decide("superlc", in, "objection", Map.of("decision", "UPHOLD", "reason", "登记无误")));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(view.path("outcome").asText()).isEqualTo("材料与登记不符；异议复核：维持原决定");

        // when
        done(object(in, "补充了证明"));
        Answer same = steps.decide("superlc", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明可信"));
        done(steps.decide("superlc2", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明可信")));

        // then
        assertThat(same.status()).isEqualTo(403);
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
    }

    @Test
    void whatACompletedTransferMissedIsMovedByACaseThatCorrectsIt() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.verified(applicant);
        done(steps.approve(in));
        steps.messagesArrive();
        applicants.pay(applicant, JINING, YearMonth.of(2024, 12), YearMonth.of(2024, 12));
        done(object(in, "漏了2024年12月"));
        done(steps.decide("superlc", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "确有遗漏")));
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("COMPLETED");

        // when
        Map<String, Object> application = new LinkedHashMap<>(TransferSteps.application(applicant));
        application.put("correctsCase", in);
        Answer registered = steps.register(application);
        String correction = registered.text("caseNumber");
        done(steps.accept(correction, ACCEPTED));
        steps.messagesArrive();
        done(steps.decideTable(steps.outCaseOf(correction), CONFIRM));
        steps.messagesArrive();
        steps.confirmTable(correction);
        done(steps.approve(correction));

        // then
        assertThat(people.months(applicant.id(), LIAOCHENG)).hasSize(13);
        assertThat(steps.view("clerklc", correction).path("corrects").asText()).isEqualTo(in);
        assertThat(steps.view("clerklc", in).at("/correctedBy/0").asText()).isEqualTo(correction);
        assertThat(people.openEnrolment(applicant.id(), LIAOCHENG, Scheme.EMPLOYEE))
                .isPresent();
    }

    @Test
    void onlyACompletedTransferOfTheSamePersonIsCorrected() {
        String other = steps.registered(applicants.employedIn(JINING));
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("correctsCase", other);
        assertThat(steps.register(application).violation("correctsCase")).contains("已办结");
        application.put("correctsCase", "x");
        assertThat(steps.register(application).violation("correctsCase")).contains("案号");
    }

    @Test
    void anEmployerIsNamedAndNobodyStatesWhatBelongsToAnotherKindOfApplicant() {
        // given
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("applicant", "EMPLOYER");
        application.put("agentName", "虚构·代理人");

        // when
        Answer wrong = steps.register(application);
        application.remove("agentName");
        application.put("employerName", "虚构·聊城某公司");
        Answer registered = steps.register(application);

        // then
        assertThat(wrong.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("agentName", "employerName");
        assertThat(registered.at("/applicant/employerName")).isEqualTo("虚构·聊城某公司");
        assertThat(registered.body().path("materials").findValuesAsText("code")).contains("EMPLOYER_LETTER");
    }

    @Test
    void anAgentIsNamedTheirAuthoritySeenAndTheirNumberMasked() {
        // given
        Applicant agent = applicants.employedIn(LIAOCHENG);
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(JINING));
        application.put("applicant", "AGENT");

        // when
        Answer missing = steps.register(application);
        application.put("agentName", "虚构·代理人");
        application.put("agentIdentityNumber", agent.identityNumber());
        application.put("authoritySeen", true);
        Answer registered = steps.register(application);

        // then
        assertThat(missing.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("agentName", "agentIdentityNumber", "authoritySeen");
        assertThat(registered.at("/applicant/roleTitle")).isEqualTo("代理人");
        assertThat(registered.body().toString()).doesNotContain(agent.identityNumber());
        assertThat(registered.body().path("materials").findValuesAsText("code"))
                .contains("AGENT_IDENTITY", "AUTHORITY");
    }

    @Test
    void theTransferOutSideTakesAnApplicationWhichBecomesTheOtherSidesCase() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String key = TransferSteps.newKey();

        // when
        Answer sent = steps.register("clerkjn", TransferSteps.application(applicant), key);
        Answer again = steps.register("clerkjn", TransferSteps.application(applicant), key);

        // then
        assertThat(sent.status()).isEqualTo(202);
        assertThat(again.at("/conversationId")).isEqualTo(sent.at("/conversationId"));
        assertThat(sent.body().toString()).doesNotContain(applicant.identityNumber());
        assertThat(handedOver(sent).path("state").asText()).isEqualTo("SENT");
        assertThat(steps.view("clerkcc", "handed-over").toString()).doesNotContain(sent.text("conversationId"));

        // when
        steps.messagesArrive();

        // then
        JsonNode answered = handedOver(sent);
        assertThat(answered.path("state").asText()).isEqualTo("REGISTERED");
        String in = answered.path("caseNumber").asText();
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
        assertThat(steps.view("clerklc", in).at("/applicant/registeredAt").asText())
                .contains("济宁");
        assertThat(steps.accept(in, ACCEPTED).status()).isEqualTo(200);
    }

    @Test
    void anApplicationThatTheOtherSideCannotRegisterComesBackWithTheReason() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        steps.registered(applicant);

        // when
        Answer sent = steps.register("clerkjn", TransferSteps.application(applicant), TransferSteps.newKey());
        steps.messagesArrive();

        // then
        assertThat(handedOver(sent).path("refusalReason").asText()).contains("办理中的转移");
    }

    private JsonNode handedOver(Answer sent) {
        for (JsonNode one : steps.view("clerkjn", "handed-over")) {
            if (one.path("conversationId").asText().equals(sent.text("conversationId"))) {
                return one;
            }
        }
        throw new AssertionError("not listed: " + sent);
    }

    @Test
    void theTimersBringTheCaseBeforeTheSupervisors() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.accept(in, ACCEPTED));

        // when
        timers(in).forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(steps.view("superlc", in).path("history").findValuesAsText("step"))
                .contains("overdue");
    }

    private Answer object(String number, String grounds) {
        return steps.act(
                "clerklc", number, "objection", Map.of("filedOn", time.today().toString(), "grounds", grounds));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static List<String> kinds(JsonNode view) {
        return view.path("notices").findValuesAsText("kind");
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private List<Job> timers(String number) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .list();
    }
}
