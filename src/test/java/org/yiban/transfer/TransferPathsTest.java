package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.done;
import static org.yiban.transfer.TransferSteps.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every path of {@code transferIn} but for what happens while it is processed and when it ends early, on the real tables and database. */
@YibanTest
class TransferPathsTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 12);
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
        assertThat(PassedPaths.of("transfer/transfer-in.bpmn", "transferIn")
                        .without("subProcess_processing", "subProcess_withdrawal", "subProcess_death")
                        .notPassed())
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
    void anObjectionIsUpheldOrRejectedByAnotherSupervisorThanTheOneWhoDecided() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.refuseAcceptance(in, "材料与登记不符"));
        done(steps.object(in, "材料没有错"));
        assertThat(steps.withdraw(in, "算了").status()).isEqualTo(409);

        // when
        done(steps.decide("superlc", in, "objection", Map.of("decision", "UPHOLD", "reason", "登记无误")));

        // then
        JsonNode view = steps.view("clerklc", in);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(view.path("outcome").asText()).isEqualTo("材料与登记不符；异议复核：维持原决定");

        // when
        done(steps.object(in, "补充了证明"));
        Answer same = steps.decide("superlc", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明可信"));
        done(steps.decide("superlc2", in, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "证明可信")));

        // then
        assertThat(same.status()).isEqualTo(403);
        assertThat(steps.openTask(in).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
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
