package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.yiban.transfer.TransferSteps.ACCEPTED;
import static org.yiban.transfer.TransferSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every way a transfer ends other than by completion, and what it leaves behind. */
@YibanTest
class TransferEndsTest {

    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    ApiClient api;

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void useTheEngine() {
        init(engine);
    }

    @Test
    void withinOnePoolTheApplicantLearnsThatNoTransferIsNeeded() {
        // given
        Applicant applicant = applicants.employedIn(LIAOCHENG);
        Map<String, Object> application = TransferSteps.application(applicant);
        application.put("fromRegion", "371521");
        application.put("toRegion", "371525");

        // when
        Answer answer = steps.register(application);

        // then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("NOT_NEEDED");
        JsonNode notice = answer.body().path("notices").get(0);
        assertThat(notice.path("kind").asText()).isEqualTo("noTransferNeeded");
        assertThat(notice.at("/basis/0").asText()).isEqualTo("SD2021-54 art.(九)[1]");
    }

    @Test
    void whereNoTransferIsNeededNoneIsTakenUpAgain() {
        // given
        Map<String, Object> application = TransferSteps.application(applicants.employedIn(LIAOCHENG));
        application.put("fromRegion", "371521");
        application.put("toRegion", "371525");
        String number = steps.register(application).text("caseNumber");

        // when
        Answer reopened = steps.act("superlc", number, "reopening", Map.of("reason", "再看一次"));
        done(steps.object(number, "两地分开参保"));
        done(steps.decide("superlc", number, "objection", Map.of("decision", "DECIDE_AGAIN", "reason", "转出地写错了")));

        // then
        assertThat(reopened.status()).isEqualTo(409);
        assertThat(reopened.text("detail")).contains("另行登记转移申请");
        JsonNode view = steps.view("clerklc", number);
        assertThat(view.path("state").asText()).isEqualTo("NOT_NEEDED");
        assertThat(view.path("history").findValuesAsText("text")).contains("异议复核，异议成立，另行登记案件办理：转出地写错了");
    }

    @Test
    void anApplicationWithoutARelationOnTheOtherSideIsRefusedWithANotice() {
        // given
        Applicant applicant = applicants.employedIn(LIAOCHENG);

        // when
        Answer answer = steps.register(TransferSteps.application(applicant));

        // then
        assertThat(answer.text("state")).isEqualTo("REFUSED");
        assertThat(answer.text("outcome")).contains("没有可以转移的关系");
        assertThat(answer.body().path("notices").get(0).path("kind").asText()).isEqualTo("transferRefused");
    }

    @Test
    void refusingToAcceptEndsTheCaseWithItsReason() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));

        // when
        Answer refused = steps.refuseAcceptance(in, "材料与登记不符");

        // then
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(refused.text("outcome")).isEqualTo("材料与登记不符");
        steps.messagesArrive();
        assertThat(jdbc.sql("select count(*) from yiban.outbox o join yiban.transfer t using (conversation_id)"
                                + " where t.case_number = ?")
                        .param(in)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRefusedTransferOfWhoHasDiedIsNotOpenedAgain() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        done(steps.refuseAcceptance(in, "材料与登记不符"));
        jdbc.sql("update yiban.person set died_on = '2026-03-01' where id = ?")
                .param(applicant.id())
                .update();

        // when
        Answer reopened = steps.act("superlc", in, "reopening", Map.of("reason", "材料已补齐"));

        // then
        assertThat(reopened.status()).isEqualTo(409);
        assertThat(reopened.toString()).contains("参保人已经死亡");
    }

    @Test
    void aRefusalByTheTransferOutSideEndsBothSides() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        steps.accept(in, ACCEPTED);
        steps.messagesArrive();
        String out = steps.outCaseOf(in);

        // when
        steps.decideTable(out, TransferSteps.refusal("单位欠费尚未清缴"));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerklc", in).path("outcome").asText()).isEqualTo("转出地不予转出：单位欠费尚未清缴");
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("REFUSED");
        assertThat(people.openEnrolment(applicant.id(), JINING, Scheme.EMPLOYEE))
                .isPresent();
    }

    @Test
    void refusingToVerifyEndsBothSidesAndLeavesTheRelationWhereItWas() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.tableReceived(applicant);
        String out = steps.outCaseOf(in);

        // when
        steps.verify(in, TransferSteps.refusal("月份与本人陈述不符"));
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerklc", in).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view("clerkjn", out).path("outcome").asText()).isEqualTo("转入地没有转入：月份与本人陈述不符");
        assertThat(people.openEnrolment(applicant.id(), JINING, Scheme.EMPLOYEE))
                .isPresent();
        assertThat(people.months(applicant.id(), LIAOCHENG)).isEmpty();
    }

    @Test
    void aWithdrawalEndsBothSidesWhereverTheyAre() {
        // given
        Applicant applicant = applicants.employedIn(JINING);
        String in = steps.registered(applicant);
        steps.accept(in, ACCEPTED);
        steps.messagesArrive();
        String out = steps.outCaseOf(in);

        // when
        Answer withdrawn = steps.withdraw(in, "本人改变主意");
        steps.messagesArrive();

        // then
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(steps.view("clerkjn", out).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(steps.openTask(in)).isNull();
        assertThat(steps.openTask(out)).isNull();
        assertThat(steps.register(TransferSteps.application(applicant)).status())
                .isEqualTo(201);
    }

    @Test
    void aWithdrawalOfWhatWasRecordedAsMovedComesBeforeASupervisorWhoCannotFollowIt() {
        // given
        String in = steps.verified(applicants.employedIn(JINING));
        String out = steps.outCaseOf(in);
        String today = LocalDate.now(BusinessTime.ZONE).toString();
        done(steps.act(
                "superjn", out, "other-side", Map.of("end", "COMPLETED", "completedOn", today, "reason", "来电告知")));
        done(steps.confirmOtherSide("approvejn", out, Map.of("decision", "CONFIRM")));
        done(steps.withdraw(in, "本人改变主意"));

        // when
        steps.messagesArrive();

        // then
        String task = steps.openTask(out + "/contradiction").getId();
        assertThat(api.get("superjn", "/api/transfers/contradictions/by-task/" + task)
                        .text("notFollowable"))
                .contains("没有转入");
        assertThat(contradiction(out, "FOLLOW").text("detail")).contains("没有转入");
        done(contradiction(out, "KEEP"));
        assertThat(steps.view("superjn", out).path("history").findValuesAsText("text"))
                .contains("转入地的消息：没有转入（申请人已撤回），与本案已转出的结果不符；请主管核实处理", "维持本案结果：已函告对方");
    }

    private Answer contradiction(String out, String decision) {
        return steps.decide(
                "superjn", out + "/contradiction", "contradiction", Map.of("decision", decision, "reason", "已函告对方"));
    }

    @Test
    void aWithdrawalThatOvertakesTheRequestIsHeldUntilTheOtherSideHasOpenedItsCase() {
        // given
        String in = steps.registered(applicants.employedIn(JINING));
        steps.accept(in, ACCEPTED);
        jdbc.sql("update yiban.outbox set next_attempt_at = now() + interval '1 hour' where type ="
                        + " 'transfer.requested' and delivered_at is null")
                .update();
        steps.withdraw(in, "本人改变主意");
        steps.messagesArrive();

        // when
        jdbc.sql("update yiban.outbox set next_attempt_at = now() where delivered_at is null")
                .update();
        steps.messagesArrive();
        jdbc.sql("update yiban.inbox set next_attempt_at = now() where handled_at is null")
                .update();
        steps.messagesArrive();

        // then
        assertThat(steps.view("clerkjn", steps.outCaseOf(in)).path("state").asText())
                .isEqualTo("WITHDRAWN");
    }
}
