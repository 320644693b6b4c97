package org.yiban.transfer.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.casework.Cases;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.Posting;
import org.yiban.ledger.PostingKind;
import org.yiban.paths.PassedPaths;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.transfer.balance.BalanceSteps.Completed;

/** Every path of {@code balancePayment} and {@code balanceShortfall}, on the real database. */
@YibanTest
class BalancePaymentPathsTest {

    private static final String JINING = "370800";
    private static final String LIAOCHENG = "371500";
    private static final String JINAN = "370100";
    private static final Map<String, String> ACCOUNT = Map.of(
            "name", "虚构·济南市医疗保险基金财政专户",
            "accountNumber", "3899000037010001",
            "bankCode", "102100099996",
            "source", "联系函1号");

    @Autowired
    BalanceSteps steps;

    @Autowired
    ApiClient api;

    @Autowired
    PaymentOrders orders;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("transfer/balance-payment.bpmn", "balancePayment")
                        .notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("transfer/balance-shortfall.bpmn", "balanceShortfall")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void theBalanceLeavesTheAccountAndIsPaidToTheOtherAgencyOnce() {
        // given
        Completed out = steps.out(JINING, LIAOCHENG, "1234.56", "1234.56");
        // then
        PaymentOrder order = orders.of(out.number()).get(0);
        assertThat(order.key())
                .isEqualTo(BalanceMove.referenceOf(out.conversation()))
                .hasSizeLessThan(36);
        assertThat(order.amount()).isEqualByComparingTo("1234.56");
        assertThat(order.payeeName()).contains("聊城");
        assertThat(accounts.balance(out.personId(), out.pool())).isEqualByComparingTo("0.00");

        // when
        steps.treasuryPays(out, OrderState.PAID);
        // then
        assertThat(steps.view("financejn", out).text("outcome")).isEqualTo("PAID");
        assertThat(ledger.postings(out.number()).stream().map(Posting::kind))
                .containsExactly(PostingKind.BALANCE_ORDERED, PostingKind.SENT, PostingKind.PAID);
        assertThat(sumOfBalances(out.pool())).isEqualByComparingTo("0.00");
        assertThat(running(out)).isZero();
    }

    @Test
    void aPaymentThatComesBackIsPaidToTheCorrectedAccount() {
        Completed out = steps.out(JINING, LIAOCHENG, "50.00", "50.00");
        steps.treasuryPays(out, OrderState.REJECTED);
        assertThat(steps.view("financejn", out).body().at("/payment/reason").asText())
                .isEqualTo("账号不存在");

        assertThat(steps.post("financejn", out, "corrected-account", ACCOUNT).status())
                .isEqualTo(200);
        steps.treasuryPays(out, OrderState.PAID);

        assertThat(steps.view("financejn", out).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void aPaymentThatComesBackAfterItArrivedIsCorrectedToo() {
        Completed out = steps.out(JINING, LIAOCHENG, "50.00", "50.00");
        steps.treasuryPays(out, OrderState.PAID);

        steps.comesBack(out);
        assertThat(steps.view("financejn", out).body().path("outcome").isNull()).isTrue();
        steps.post("financejn", out, "corrected-account", ACCOUNT);
        steps.treasuryPays(out, OrderState.PAID);

        assertThat(steps.view("financejn", out).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void financeStatesTheAccountOfAnAgencyThatNoSettingNames() {
        Completed out = steps.out(JINING, JINAN, "80.00", "80.00");
        assertThat(orders.of(out.number())).isEmpty();

        Answer refused = steps.post("financejn", out, "account", Map.of("name", "虚构·济南", "accountNumber", "12"));
        assertThat(refused.toString()).contains("accountNumber", "bankCode", "source");
        assertThat(steps.post("financejn", out, "account", ACCOUNT).toString()).doesNotContain("3899000037010001");
        steps.treasuryPays(out, OrderState.PAID);

        assertThat(steps.view("financejn", out).text("outcome")).isEqualTo("PAID");
    }

    @Test
    void whoHasNoAccountHasNothingToMoveAndTheCaseSaysSo() {
        Completed out = steps.out(JINING, LIAOCHENG, null, null);
        Completed in = steps.in(JINING, LIAOCHENG, "0.00");

        assertThat(cases.history(out.number())).anyMatch(event -> event.text().contains("没有个人账户"));
        assertThat(cases.history(in.number())).anyMatch(event -> event.text().contains("余额为 0"));
        assertThat(steps.view("financejn", out).status()).isEqualTo(204);
        assertThat(running(out) + running(in)).isZero();
    }

    @Test
    void onlyWhatIsStillInTheAccountLeavesIt() {
        Completed out = steps.out(JINING, LIAOCHENG, "100.00", "60.00");

        assertThat(orders.of(out.number()).get(0).amount()).isEqualByComparingTo("60.00");
        assertThat(cases.history(out.number())).anyMatch(event -> event.text().contains("只余 60.00 元"));
    }

    @Test
    void aBalanceThatMovesIsNoFindingOfTheReconciliation() {
        Completed out = steps.out(JINING, LIAOCHENG, "100.00", "100.00");
        String order = orders.of(out.number()).get(0).key();

        Answer report = api.get("financejn", "/api/payments/reconciliation?pool=" + JINING);

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().path("findings").findValuesAsText("subject")).doesNotContain(order);
    }

    @Test
    void whatTheAccountNoLongerHoldsIsSettledByFinanceAndOnRecord() {
        // given
        Completed out = steps.out(JINING, LIAOCHENG, "100.00", "60.00");
        assertThat(steps.view("financejn", out).body().at("/shortfall/amount").decimalValue())
                .isEqualByComparingTo("40.00");
        // when
        Map<String, String> settled =
                Map.of("decision", "PAID_BESIDE", "paper", "收据7号", "settledOn", "2026-03-02", "note", "参保人缴回后付给对方");
        Answer incomplete = steps.settleShortfall("financejn", out, Map.of("decision", "NOT_OWED"));
        Answer byReviewer = steps.settleShortfall("reviewjn", out, settled);
        Answer byFinance = steps.settleShortfall("financejn", out, settled);
        // then
        assertThat(incomplete.toString()).contains("paper", "settledOn", "note");
        assertThat(byReviewer.status()).isEqualTo(403);
        assertThat(byFinance.body().at("/shortfall/settledTitle").asText()).contains("参保人已结清");
        assertThat(byFinance.body().at("/shortfall/paper").asText()).isEqualTo("收据7号");
        assertThat(cases.history(out.number()))
                .anyMatch(event -> event.text().contains("差额 40.00 元：参保人已结清") && event.byUser() != null);
    }

    @Test
    void anEmptyAccountPaysNothingAndLeavesAllOfItToSettle() {
        Completed out = steps.out(JINING, LIAOCHENG, "100.00", "0.00");

        assertThat(orders.of(out.number())).isEmpty();
        assertThat(steps.settleShortfall(
                                "financejn",
                                out,
                                Map.of(
                                        "decision",
                                        "NOT_OWED",
                                        "paper",
                                        "函7号",
                                        "settledOn",
                                        "2026-03-02",
                                        "note",
                                        "对方已核对"))
                        .status())
                .isEqualTo(200);
    }

    private long running(Completed side) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(side.number() + "/balance")
                .count();
    }

    private BigDecimal sumOfBalances(RegionCode pool) {
        return ledger.balances(pool).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
