package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

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
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every way a transfer ends other than by completion, and what it leaves behind. */
@YibanTest
class TransferEndsTest {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 12);
    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);
    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final Map<String, String> CONFIRM = Map.of("decision", "CONFIRM");

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
        assertThat(steps.view("clerkjn", out).path("outcome").asText()).isEqualTo("转入地不予办理：月份与本人陈述不符");
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
