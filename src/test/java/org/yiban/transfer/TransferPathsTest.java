package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.CONFIRM;
import static org.yiban.transfer.TransferSteps.NOT_RECEIVED;
import static org.yiban.transfer.TransferSteps.RECEIVED;
import static org.yiban.transfer.TransferSteps.SUPPLEMENT;
import static org.yiban.transfer.TransferSteps.done;
import static org.yiban.transfer.TransferSteps.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
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

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

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
        assertThat(steps.running(in)).isZero();
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
                "reviewlc", in, "acceptance", TransferSteps.acceptance(ACCEPTED, "IDENTITY_DOCUMENT", "RESIDENCE")));
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

        // when what was decided anew is objected to, the decision before it does not count
        done(steps.refuseAcceptance(in, "证明系伪造"));
        done(steps.object(in, "证明是真的"));

        // then
        done(steps.decide("superlc", in, "objection", Map.of("decision", "UPHOLD", "reason", "已向出具单位核实")));
    }

    @Test
    void theTimeForAnObjectionCountsFromTheLetterThatToldTheDecision() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.refuseAcceptance(in, "材料与登记不符"));
        jdbc.sql("update yiban.case_notice set issued_at = issued_at - interval '10 days' where case_number = ?")
                .param(in)
                .update();
        jdbc.sql("""
                insert into yiban.case_notice (case_number, kind, title, body, basis, issued_at)
                values (?, 'balanceArrived', '个人账户余额到账告知书', '余额已到账', '', now())
                """).param(in).update();
        LocalDate told = time.today().minusDays(10);

        // when
        Answer early = steps.act(
                "clerklc", in, "objection", Map.of("filedOn", told.minusDays(1).toString(), "grounds", "材料没有错"));
        Answer inTime = steps.act(
                "clerklc", in, "objection", Map.of("filedOn", told.plusDays(5).toString(), "grounds", "材料没有错"));

        // then
        assertThat(early.violation("filedOn")).contains("告知之日（" + told + "）");
        assertThat(inTime.status()).isEqualTo(200);
    }

    @Test
    void theTimersBringTheCaseBeforeTheSupervisors() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        done(steps.accept(in, ACCEPTED));

        // when
        steps.timers(in).forEach(timer -> management.executeJob(timer.getId()));

        // then
        assertThat(steps.view("superlc", in).path("history").findValuesAsText("step"))
                .contains("overdue");
    }
}
