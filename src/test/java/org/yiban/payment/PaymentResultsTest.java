package org.yiban.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.MoneyCases;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.payment.files.ResultFiles;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Results of the treasury that do not fit, the reconciliation that names them, and money that is to come in. */
@YibanTest
class PaymentResultsTest {

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
    Cases cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private static final LocalDate TOMORROW = LocalDate.now(BusinessTime.ZONE).plusDays(1);

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
                        "a day that is still to come",
                        (b, o) -> ResultFiles.of(b)
                                .paid(o, "120.00")
                                .madeAt(TOMORROW + "T10:15:00+08:00")
                                .pain002(1, "120.00"),
                        "写明的日期 " + TOMORROW + " 晚于今天"),
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
    void whatThePayeesBankReturnsAfterPaymentIsRejectedAgainAndItsBatchStaysSettled() {
        // given
        PaymentOrder order = order("120.00");
        String batch = steps.left(order);
        steps.results(batch, ResultFiles.of(batch).paid(order.key(), "120.00"));
        transaction.executeWithoutResult(status -> cases.close(order.caseNumber(), CaseState.COMPLETED, "已退费"));

        // when
        steps.results(batch, ResultFiles.of(batch).row(order.key(), "RETURNED", "120.00", "账户已销户"));

        // then
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.REJECTED);
        assertThat(findings("PAYMENT_REJECTED")).anyMatch(finding -> finding.contains("账户已销户"));
        assertThat(findings("LEDGER_DIFFERS")).noneMatch(finding -> finding.contains(order.key()));
        assertThat(steps.view(batch).path("state").asText()).isEqualTo("SETTLED");
        assertThat(steps.view(batch).at("/lines/0/outcome").asText()).isEqualTo("REJECTED");
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
    void aBatchIsShownAsAtOneMomentWhileItsResultsAreApplied() {
        // given
        PaymentOrder[] all = Stream.generate(() -> order("1.00")).limit(30).toArray(PaymentOrder[]::new);
        String batch = steps.left(all);
        ResultFiles results = ResultFiles.of(batch);
        Stream.of(all).forEach(order -> results.paid(order.key(), "1.00"));
        steps.upload("financejn", batch, results.csv());

        // when
        CompletableFuture<Integer> applied = CompletableFuture.supplyAsync(steps::applyResults);
        List<JsonNode> views = new ArrayList<>();
        while (!applied.isDone()) {
            views.add(steps.view(batch));
        }

        // then
        assertThat(applied.join()).isGreaterThanOrEqualTo(all.length);
        assertThat(views).isNotEmpty().allSatisfy(view -> assertThat(
                        view.path("settledOrders").asInt()
                                + view.at("/results/0/unapplied").asInt())
                .isEqualTo(all.length));
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
        assertThat(findings("RESULTS_LATE"))
                .anyMatch(finding ->
                        finding.contains(batch) && finding.matches(".*应于\\d{4}年\\d{1,2}月\\d{1,2}日（含）以前回结果.*"));
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
                key,
                CollectionPurpose.RECOVERY,
                file.number(),
                JINING,
                file.personId(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 12, 31)));

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

        // when
        transaction.executeWithoutResult(status -> collections.settle(
                key, CollectionState.PAID, new BigDecimal("100.00"), "SJ-2", LocalDate.of(2026, 3, 2)));
        // then
        assertThat(findings("RECEIPT_UNASSIGNED"))
                .anyMatch(finding -> finding.contains(key) && finding.contains("2026年3月2日到账，尚未退还"));
    }

    private Answer collect(String user, String key, String state, String amount) {
        return api.post(
                user,
                "/api/payments/collections/result",
                Map.of("order", key, "state", state, "amount", amount, "receipt", "SJ-1"));
    }

    private List<String> findings(String kind) {
        JsonNode report =
                api.get("financejn", "/api/payments/reconciliation?pool=370800").body();
        return report.path("findings").findParents("kind").stream()
                .filter(finding -> finding.path("kind").asText().equals(kind))
                .map(JsonNode::toString)
                .toList();
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
