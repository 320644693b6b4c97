package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.transfer.TransferSteps.done;
import static org.yiban.transfer.TransferSteps.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.paths.PassedPaths;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Every path by which {@code transferIn} ends early: the applicant withdraws, the person dies. */
@YibanTest
class TransferEndingPathsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/transfer-in.bpmn", "transferIn")
                        .only("subProcess_withdrawal", "subProcess_death")
                        .notPassed())
                .isEmpty();
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

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}
