package org.yiban.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Payee;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
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
    CollectionOrders collections;

    @Autowired
    Ledger ledger;

    @Autowired
    ApiClient api;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

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

    @Test
    void aFileIsTheSameBytesWheneverItIsDownloadedAndEveryDownloadIsRecorded() throws Exception {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);

        var first = api.download("financejn", "/api/payments/batches/" + batch + "/files/PAIN001");
        var second = api.download("financejn", "/api/payments/batches/" + batch + "/files/PAIN001");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("X-Content-SHA256"))
                .contains(PaymentFiles.sha256(first.body()))
                .contains(steps.view(batch).at("/files/0/sha256").asText());
        assertThat(jdbc.sql("select count(*) from yiban.audit_event where action = 'PAYMENT_FILE_DOWNLOADED'"
                                + " and actor = 'financejn' and reason like ?")
                        .param("%" + batch + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select encode(content, 'escape') from yiban.payment_file where batch = ?")
                        .param(batch)
                        .query(String.class)
                        .list())
                .noneMatch(content -> content.contains(order.key()));
    }

    @Test
    void onlyFinanceOfThePoolGetsTheFileAndNobodyElseKnowsTheBatch() {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);
        String file = "/api/payments/batches/" + batch + "/files/CSV";

        assertThat(api.get("approvejn", file).status()).isEqualTo(403);
        assertThat(api.get("financelc", file).status()).isEqualTo(404);
        assertThat(api.get("financelc", "/api/payments/batches/" + batch).status())
                .isEqualTo(404);
        assertThat(api.get("financelc", "/api/payments/orders?pool=370800").status())
                .isEqualTo(403);
        assertThat(api.get("financelc", "/api/payments/reconciliation?pool=370800")
                        .status())
                .isEqualTo(403);
        assertThat(steps.upload("financelc", batch, new byte[] {1}).status()).isEqualTo(404);
        assertThat(steps.drawUp("clerkjn", PaymentSteps.JINING, List.of(order.key()))
                        .status())
                .isEqualTo(403);
        assertThat(steps.drawUp("financelc", "371500", List.of(order.key())).status())
                .isEqualTo(409);
    }

    @Test
    void accountNumbersAreMaskedInEveryAnswer() {
        PaymentOrder order = order("120.00");
        String number = orders.account(order.key()).number();
        String batch = steps.left(order);

        assertThat(steps.view(batch).toString()).doesNotContain(number).contains("6222****0000");
        assertThat(api.get("financejn", "/api/payments/orders?pool=370800&state=SENT&limit=500")
                        .body()
                        .toString())
                .contains(order.key())
                .doesNotContain(number);
    }

    @Test
    void anAccountNumberIsShownInFullForAReasonThatIsRecorded() {
        PaymentOrder order = order("120.00");
        Map<String, String> asked = Map.of("order", order.key(), "reason", "收款人来电核对");

        Answer withoutReason = api.post("financejn", "/api/payments/orders/account", Map.of("order", order.key()));
        Answer shown = api.post("financejn", "/api/payments/orders/account", asked);

        assertThat(withoutReason.violation("reason")).isEqualTo("必填");
        assertThat(shown.text("accountNumber"))
                .isEqualTo(orders.account(order.key()).number());
        assertThat(api.post("approvejn", "/api/payments/orders/account", asked).status())
                .isEqualTo(403);
        assertThat(api.post("financelc", "/api/payments/orders/account", asked).status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select reason from yiban.audit_event where action = 'ACCOUNT_NUMBER_REVEALED'"
                                + " and case_number = ?")
                        .param(order.caseNumber().value())
                        .query(String.class)
                        .single())
                .contains("收款人来电核对");
    }

    static Stream<Arguments> wrongResults() {
        return Stream.of(
                wrong(
                        "an order of no batch",
                        (b, o) -> ResultFiles.of(b).paid("TF-nobody", "120.00").csv(),
                        "第 1 笔：批次中没有付款单 TF-nobody"),
                wrong(
                        "another amount",
                        (b, o) -> ResultFiles.of(b).paid(o, "120.01").csv(),
                        "金额不符：文件写 120.01 元，应为 120.00 元"),
                wrong(
                        "another batch",
                        (b, o) -> ResultFiles.of("FK370800-2020-000001")
                                .paid(o, "120.00")
                                .csv(),
                        "不是 " + "FK370800"),
                wrong(
                        "other totals",
                        (b, o) -> ResultFiles.of(b).paid(o, "120.00").pain002(2, "120.00"),
                        "原批次笔数不符：文件写 2 笔，批次为 1 笔"),
                wrong(
                        "another sum",
                        (b, o) -> ResultFiles.of(b).paid(o, "120.00").pain002(1, "121.00"),
                        "原批次金额不符"),
                wrong(
                        "one right row, one wrong",
                        (b, o) -> ResultFiles.of(b)
                                .paid(o, "120.00")
                                .paid("TF-nobody", "1.00")
                                .csv(),
                        "第 2 笔"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongResults")
    void aResultFileThatDoesNotFitItsBatchChangesNothing(String name, Results file, String message) {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);

        Answer answer = steps.upload("financejn", batch, file.of(batch, order.key()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains(message);
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.SENT);
        assertThat(findings("RESULT_FILE_REFUSED")).anyMatch(finding -> finding.contains(message));
    }

    @Test
    void theSameResultFileIsTakenOnce() {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);
        byte[] file = ResultFiles.of(batch).paid(order.key(), "120.00").csv();

        Answer first = steps.upload("financejn", batch, file);
        Answer second = steps.upload("financejn", batch, file);

        assertThat(first.body().path("taken").asBoolean()).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("taken").asBoolean()).isFalse();
    }

    @Test
    void aSecondResultThatContradictsTheFirstIsAFindingAndChangesNothing() {
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);
        steps.results(batch, ResultFiles.of(batch).paid(order.key(), "120.00"));

        steps.results(batch, ResultFiles.of(batch).rejected(order.key(), "120.00", "退汇"));

        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.PAID);
        assertThat(findings("RESULT_CONTRADICTS"))
                .anyMatch(finding -> finding.contains(order.key()) && finding.contains("退汇"));
    }

    @Test
    void resultsBeforeABatchHasLeftAreRefused() {
        PaymentOrder order = order("120.00");
        String batch = steps.drawnUp(order);

        Answer answer = steps.upload(
                "financejn",
                batch,
                ResultFiles.of(batch).paid(order.key(), "120.00").csv());

        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void theReconciliationNamesWhatDoesNotFitAndItsAccountsSumToNothing() {
        // given
        PaymentOrder late = order("11.00");
        String batch = steps.left(late);
        jdbc.sql("update yiban.payment_batch set results_due_on = '2020-01-01' where number = ?")
                .param(batch)
                .update();
        PaymentOrder rejected = order("12.00");
        String other = steps.left(rejected);
        steps.results(other, ResultFiles.of(other).rejected(rejected.key(), "12.00", "账号不存在"));

        // when
        JsonNode report =
                api.get("financejn", "/api/payments/reconciliation?pool=370800").body();
        String csv = new String(
                api.download("financejn", "/api/payments/reconciliation.csv?pool=370800")
                        .body(),
                StandardCharsets.UTF_8);

        // then
        assertThat(report.path("balanceSum").decimalValue()).isEqualByComparingTo("0");
        assertThat(findings("LEDGER_DIFFERS")).isEmpty();
        assertThat(findings("FILE_DIFFERS")).isEmpty();
        assertThat(findings("RESULTS_LATE")).anyMatch(finding -> finding.contains(batch));
        assertThat(findings("PAYMENT_REJECTED"))
                .anyMatch(finding -> finding.contains(rejected.key()) && finding.contains("账号不存在"));
        assertThat(csv).startsWith("\uFEFF类别,对象").contains("结果逾期未回," + batch).contains("台账余额,合计（应为 0）,,0.00");
    }

    @Test
    void financeRecordsMoneyThatCameInWhereNoTaxBureauIsConnected() {
        // given
        var file = money.openIn(JINING);
        String key = file.number() + "/collection";
        transaction.executeWithoutResult(status -> collections.order(
                key, file.number(), JINING, file.personId(), new BigDecimal("100.00"), LocalDate.of(2026, 12, 31)));

        // when
        Answer wrong = collect("financejn", key, "PAID", "99.00");
        Answer stranger = collect("financelc", key, "PAID", "100.00");
        Answer right = collect("financejn", key, "PAID", "100.00");
        Answer contradiction = collect("financejn", key, "EXPIRED", "0");

        // then
        assertThat(wrong.violation("amount")).contains("应收 100.00 元");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(right.text("stateTitle")).isEqualTo("已收齐");
        assertThat(contradiction.status()).isEqualTo(409);
        assertThat(findings("COLLECTION_CONTRADICTS")).anyMatch(finding -> finding.contains(key));
        assertThat(ledger.of(file.number()).recovered()).isEqualTo(new BigDecimal("100.00"));
    }

    private Answer collect(String user, String key, String state, String amount) {
        return api.post(
                user,
                "/api/payments/collections/result",
                Map.of("order", key, "state", state, "amount", amount, "receipt", "SJ-1"));
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

    private static Arguments wrong(String name, Results file, String message) {
        return Arguments.of(name, file, message);
    }

    private interface Results {
        byte[] of(String batch, String order);
    }
}
