package org.yiban.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Payee;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.paths.PassedPaths;
import org.yiban.payment.files.ResultFiles;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** A batch from orders to results, where finance hands the file over itself. */
@YibanTest
class PaymentBatchTest {

    private static final RegionCode JINING = new RegionCode(PaymentSteps.JINING);

    @Autowired
    PaymentSteps steps;

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Ledger ledger;

    @Autowired
    ApiClient api;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("payment/payment-batch.bpmn", "paymentBatch").notPassed())
                .isEmpty();
    }

    @Test
    void ordersAreApprovedByAnotherPersonLeaveAndArePaid() {
        // given
        PaymentOrder one = order("120.00");
        PaymentOrder other = order("64.50");
        String batch = steps.drawnUp(one, other);
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.APPROVE_BATCH);

        // when
        PaymentSteps.require(steps.task("approvejn", batch, "approval", Map.of("decision", "APPROVE")));

        // then
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.DELIVER_FILE);
        assertThat(ledger.of(one.caseNumber()).inTransit()).isEqualTo(new BigDecimal("120.00"));

        // when
        PaymentSteps.require(steps.task("financejn", batch, "delivery", Map.of()));
        steps.results(batch, ResultFiles.of(batch).paid(one.key(), "120.00").paid(other.key(), "64.50"));

        // then
        assertThat(steps.view(batch).path("state").asText()).isEqualTo("SETTLED");
        assertThat(steps.openSteps(batch)).isEmpty();
        assertThat(ledger.of(one.caseNumber()).refunded()).isEqualTo(new BigDecimal("120.00"));
        assertThat(orders.require(other.key()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aBatchThatIsNotApprovedGivesItsOrdersBack() {
        PaymentOrder order = order("120.00");
        String batch = steps.drawnUp(order);

        Answer withoutReason = steps.task("approvejn", batch, "approval", Map.of("decision", "REFUSE"));
        Answer answer = steps.task("approvejn", batch, "approval", Map.of("decision", "REFUSE", "reason", "收款人有误"));

        assertThat(withoutReason.violation("reason")).isEqualTo("必填");
        assertThat(answer.text("stateTitle")).isEqualTo("不予发出");
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.OPEN);
        assertThat(steps.openSteps(batch)).isEmpty();
        assertThat(api.get("financejn", "/api/payments/batches/" + batch + "/files/CSV")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoDrewABatchUpNeverApprovesIt() {
        PaymentOrder order = order("120.00");
        String batch = steps.drawnUp(order);
        jdbc.sql("update yiban.payment_batch set drawn_by = 'approvejn' where number = ?")
                .param(batch)
                .update();

        Answer answer = steps.task("approvejn", batch, "approval", Map.of("decision", "APPROVE"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("detail")).contains("请交由其他审批人");
        assertThat(steps.task("financejn", batch, "approval", Map.of("decision", "APPROVE"))
                        .status())
                .isIn(403, 404);
        assertThatThrownBy(() -> jdbc.sql(
                                "update yiban.payment_batch set decided_by = drawn_by, state = 'APPROVED' where number = ?")
                        .param(batch)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anOrderWhoseAccountDoesNotOpenIsNamedAndNothingLeavesWithIt() {
        PaymentOrder sound = order("120.00");
        PaymentOrder broken = order("64.50");
        String batch = steps.drawnUp(sound, broken);
        byte[] account = jdbc.sql("select account from yiban.payment_order where id = ?")
                .param(broken.id())
                .query(byte[].class)
                .single();
        setAccount(broken, "abcdefgh".getBytes(StandardCharsets.US_ASCII));

        Answer answer = steps.task("approvejn", batch, "approval", Map.of("decision", "APPROVE"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).contains(broken.key()).contains("打不开");
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.APPROVE_BATCH);
        assertThat(orders.require(sound.key()).state()).isEqualTo(OrderState.BATCHED);
        PaymentSteps.require(
                steps.task("approvejn", batch, "approval", Map.of("decision", "REFUSE", "reason", "一笔账号打不开")));
        steps.left(sound);
        assertThat(orders.require(sound.key()).state()).isEqualTo(OrderState.SENT);
        setAccount(broken, account);
    }

    private void setAccount(PaymentOrder order, byte[] account) {
        jdbc.sql("update yiban.payment_order set account = ? where id = ?")
                .params(account, order.id())
                .update();
    }

    @Test
    void resultsThatAreLateAreChasedUntilTheyCome() {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);

        steps.resultsAreLate(batch);
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.CHASE_RESULTS);
        PaymentSteps.require(steps.task("financejn", batch, "late-results", Map.of("note", "财政答复明日回")));
        assertThat(steps.openSteps(batch)).isEmpty();

        steps.resultsAreLate(batch);
        steps.results(batch, ResultFiles.of(batch).paid(order.key(), "120.00"));
        assertThat(steps.openSteps(batch)).isEmpty();
        assertThat(steps.view(batch).path("state").asText()).isEqualTo("SETTLED");
    }

    @Test
    void paymentsOfWhichNobodyKnowsAreSettledByFinanceWithEvidence() {
        // given
        PaymentOrder one = order("120.00");
        PaymentOrder other = order("64.50");
        String batch = steps.left(one, other);
        steps.results(batch, ResultFiles.of(batch).unknown(one.key(), "120.00").unknown(other.key(), "64.50"));
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.SETTLE_UNKNOWN);

        // when
        Answer withoutEvidence = settleUnknown(batch, Map.of("order", one.key(), "state", "PAID"));
        Answer stranger = settleUnknown(batch, Map.of("order", "x", "state", "PAID", "evidence", "回单 1"));
        PaymentSteps.require(
                settleUnknown(batch, Map.of("order", one.key(), "state", "PAID", "evidence", "回单 20261123-1")));

        // then
        assertThat(withoutEvidence.violation("results[0].evidence")).isEqualTo("必填");
        assertThat(stranger.violation("results[0].order")).contains("不是本批次结果不明的付款单");
        assertThat(orders.require(one.key()).state()).isEqualTo(OrderState.PAID);
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.SETTLE_UNKNOWN);

        // when
        PaymentSteps.require(settleUnknown(
                batch,
                Map.of("order", other.key(), "state", "REJECTED", "evidence", "回单 20261123-2", "reason", "账户已销户")));

        // then
        assertThat(orders.require(other.key()).state()).isEqualTo(OrderState.REJECTED);
        assertThat(steps.openSteps(batch)).isEmpty();
        assertThat(steps.view(batch).path("state").asText()).isEqualTo("SETTLED");
    }

    @Test
    void aPaymentThatCameBackLeavesAgainInAnotherBatchToTheCorrectedAccount() {
        // given
        PaymentOrder order = order("120.00");
        String first = steps.left(order);
        steps.results(first, ResultFiles.of(first).rejected(order.key(), "120.00", "户名不符"));
        Payee corrected = Payee.parse("", "虚构·张测试", "6217000000000000004", MoneyCases.BANK, false);
        transaction.executeWithoutResult(status -> orders.correctPayee(order.key(), corrected, "reviewjn"));

        // when
        String second = steps.left(order);
        steps.results(second, ResultFiles.of(second).paid(order.key(), "120.00"));

        // then
        assertThat(steps.view(first).at("/lines/0/outcome").asText()).isEqualTo("REJECTED");
        assertThat(steps.view(second).at("/lines/0/attempt").asInt()).isEqualTo(2);
        assertThat(text(second, "CSV")).contains("6217000000000000004");
        assertThat(ledger.of(order.caseNumber()).refunded()).isEqualTo(new BigDecimal("120.00"));
    }

    @Test
    void aFileThatTheTreasuryDoesNotTakeGivesItsOrdersBackOnceFinanceConfirms() {
        // given
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);

        // when
        steps.treasurySays(
                PaymentSteps.JINING, "treasury.receipt", Map.of("batch", batch, "accepted", false, "reason", "账户余额不足"));

        // then
        assertThat(steps.openSteps(batch)).containsExactly(PaymentModel.CONFIRM_REFUSED_FILE);
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.SENT);
        assertThat(findings("FILE_NOT_ACCEPTED")).anyMatch(finding -> finding.contains("账户余额不足"));

        // when
        PaymentSteps.require(steps.task("financejn", batch, "refused-file", Map.of("note", "财政确认未付")));

        // then
        assertThat(steps.view(batch).path("stateTitle").asText()).isEqualTo("整批退回");
        assertThat(orders.require(order.key()))
                .extracting(PaymentOrder::state, PaymentOrder::attempt)
                .containsExactly(OrderState.OPEN, 2);
        assertThat(ledger.of(order.caseNumber()).waiting()).isEqualTo(new BigDecimal("120.00"));
    }

    @Test
    void whereTheTreasuryIsConnectedTheFileLeavesByItself() {
        PaymentOrder order = money.orderIn(new RegionCode("371500"), "120.00");
        String batch = steps.drawUp("financelc", "371500", List.of(order.key())).text("number");

        PaymentSteps.require(steps.task("approvelc", batch, "approval", Map.of("decision", "APPROVE")));

        assertThat(steps.openSteps(batch)).isEmpty();
        assertThat(jdbc.sql("select recipient from yiban.outbox where message_key = ?")
                        .param("treasury.payment-file:" + batch)
                        .query(String.class)
                        .single())
                .isEqualTo("treasury");
    }

    @Test
    void anOrderOfTwoBatchesDrawnUpAtOnceStandsInOne() throws Exception {
        PaymentOrder order = order("120.00");
        ExecutorService threads = Executors.newFixedThreadPool(4);

        List<Future<Integer>> answers = threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        i -> () -> steps.drawUp("financejn", PaymentSteps.JINING, List.of(order.key()))
                                .status())
                .toList());
        threads.shutdown();

        assertThat(answers).extracting(Future::get).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(jdbc.sql("select count(*) from yiban.payment_batch_line where order_id = ?")
                        .param(order.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Answer settleUnknown(String batch, Map<String, String> result) {
        return steps.task("financejn", batch, "unknown-results", Map.of("results", List.of(result)));
    }

    private List<String> findings(String kind) {
        JsonNode report =
                api.get("financejn", "/api/payments/reconciliation?pool=370800").body();
        return report.path("findings").findParents("kind").stream()
                .filter(finding -> finding.path("kind").asText().equals(kind))
                .map(JsonNode::toString)
                .toList();
    }

    private String text(String batch, String format) {
        return new String(
                api.download("financejn", "/api/payments/batches/" + batch + "/files/" + format)
                        .body(),
                StandardCharsets.UTF_8);
    }

    private PaymentOrder order(String amount) {
        return money.orderIn(JINING, amount);
    }
}
