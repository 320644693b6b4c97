package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseFile;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.region.RegionCode;

@YibanTest
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    BatchedOrders batched;

    @Autowired
    Claims claims;

    @Autowired
    CollectionOrders collections;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anOrderAskedForTwiceIsOneOrder() {
        CaseFile file = money.openIn(LIAOCHENG);
        OrderRequest request = MoneyCases.request(file, money.paymentOf(file), 12, "380.00");

        PaymentOrder first = in(() -> orders.issue(request));
        PaymentOrder second = in(() -> orders.issue(request));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(orders.of(file.number())).hasSize(1);
        assertThat(ledger.of(file.number()).waiting()).isEqualTo(new BigDecimal("380.00"));
    }

    @Test
    void aMonthClaimedByOneCaseIsRefusedToAnotherByName() {
        CaseFile one = money.openIn(LIAOCHENG);
        CaseFile other = money.openIn(LIAOCHENG);
        long payment = money.paymentOf(one);
        in(() -> orders.issue(MoneyCases.request(one, payment, 2, "64.00")));

        assertThatThrownBy(() -> in(() -> orders.issue(MoneyCases.request(other, payment, 3, "96.00"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("2026-01", "2026-02", one.number().value())
                .hasMessageNotContaining("2026-03");
        assertThat(orders.of(other.number())).isEmpty();
        assertThat(ledger.of(other.number()).waiting()).isEqualTo(NOTHING);
    }

    @Test
    void monthsThatAreReleasedCanBeClaimedByAnother() {
        CaseFile one = money.openIn(LIAOCHENG);
        CaseFile other = money.openIn(LIAOCHENG);
        long payment = money.paymentOf(one);
        List<MonthShare> months = MoneyCases.request(one, payment, 2, "64.00").months();
        run(() -> claims.claim(one.number(), months));
        run(() -> claims.claim(one.number(), months));

        run(() -> claims.release(one.number()));
        run(() -> claims.claim(other.number(), months));

        assertThat(claims.claimed(payment)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1,100.02", "12,1200.01", "13,1300.00"})
    void noMoreIsClaimedThanWasPaid(int months, String amount) {
        CaseFile file = money.openIn(LIAOCHENG);
        long payment = money.paymentOf(file, "1200.00");
        List<MonthShare> shares =
                MoneyCases.request(file, payment, months, amount).months();

        assertThatThrownBy(() -> run(() -> claims.claim(file.number(), shares)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("of payment " + payment);
    }

    @Test
    void ofManyWhoClaimAMonthAtOnceOneGetsIt() throws Exception {
        List<CaseFile> files =
                IntStream.range(0, 6).mapToObj(i -> money.openIn(LIAOCHENG)).toList();
        long payment = money.paymentOf(files.get(0));

        long issued = atOnce(files.stream()
                .<Callable<Boolean>>map(file -> () -> {
                    in(() -> orders.issue(MoneyCases.request(file, payment, 2, "64.00")));
                    return true;
                })
                .toList());

        assertThat(issued).isEqualTo(1);
        assertThat(ledger.ofPayment(payment).waiting()).isEqualTo(new BigDecimal("64.00"));
    }

    @Test
    void anOrderIsPaidOnceHoweverManyResultsSaySo() throws Exception {
        PaymentOrder order = sent("120.00");

        long settled = atOnce(IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(i -> () -> settle(order, OrderState.PAID) == Effect.SETTLED)
                .toList());

        assertThat(settled).isEqualTo(1);
        assertThat(ledger.of(order.caseNumber()))
                .isEqualTo(new Standing(NOTHING, NOTHING, new BigDecimal("120.00"), NOTHING, NOTHING, NOTHING));
    }

    @Test
    void aSettledOrderIsNeverSettledOtherwise() {
        PaymentOrder order = sent("120.00");

        assertThat(settle(order, OrderState.PAID)).isEqualTo(Effect.SETTLED);
        assertThat(settle(order, OrderState.PAID)).isEqualTo(Effect.REPEATED);
        assertThat(settle(order, OrderState.REJECTED)).isEqualTo(Effect.CONTRADICTED);
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aPaymentThatCameBackIsPaidToAnotherAccountByTheSameOrder() {
        PaymentOrder order = sent("120.00");
        settle(order, OrderState.REJECTED);
        Payee other = Payee.parse("", "虚构·张测试", "6217000000000000004", MoneyCases.BANK, false);

        run(() -> orders.correctPayee(order.key(), other, "reviewlc"));

        PaymentOrder next = orders.require(order.key());
        assertThat(next.state()).isEqualTo(OrderState.OPEN);
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(orders.account(order.key()).number()).isEqualTo("6217000000000000004");
        assertThat(settle(order, OrderState.PAID)).isEqualTo(Effect.CONTRADICTED);
        assertThat(settle(order, OrderState.REJECTED)).isEqualTo(Effect.REPEATED);
    }

    @Test
    void ordersOfABatchThatTheTreasuryRefusedWaitForAnotherBatch() {
        PaymentOrder order = sent("120.00");

        int back = in(() -> batched.comeBack("P1", List.of(order.id()), "financelc"));

        assertThat(back).isEqualTo(1);
        assertThat(orders.require(order.key()))
                .extracting(PaymentOrder::state, PaymentOrder::attempt)
                .containsExactly(OrderState.OPEN, 2);
        assertThat(ledger.of(order.caseNumber()).waiting()).isEqualTo(new BigDecimal("120.00"));
        assertThat(settle(order, OrderState.PAID)).isEqualTo(Effect.CONTRADICTED);
    }

    @Test
    void anOrderStandsInOneBatchAtATime() {
        PaymentOrder order = money.orderIn(LIAOCHENG, "120.00");

        List<PaymentOrder> first = in(() -> batched.putInto("P1", LIAOCHENG, List.of(order.key()), 10, "financelc"));
        List<PaymentOrder> second = in(() -> batched.putInto("P2", LIAOCHENG, List.of(order.key()), 10, "financelc"));

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
        assertThatThrownBy(() -> run(() -> batched.leave("P1", List.of(order.id(), order.id() + 1_000_000))))
                .isInstanceOf(ProblemException.class);
        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.BATCHED);
    }

    @Test
    void anOrderThatMayHaveLeftIsNotCancelled() {
        PaymentOrder order = sent("120.00");

        assertThatThrownBy(() -> run(() -> orders.cancel(order.key(), "申请人撤回"))).hasMessageContaining("已发出");
    }

    @Test
    void aCancelledOrderLeavesNothingOwedAndItsMonthsFree() {
        CaseFile file = money.openIn(LIAOCHENG);
        long payment = money.paymentOf(file);
        PaymentOrder order = in(() -> orders.issue(MoneyCases.request(file, payment, 2, "64.00")));

        run(() -> orders.cancel(order.key(), "申请人撤回"));

        assertThat(ledger.of(file.number()))
                .isEqualTo(new Standing(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
        assertThat(claims.claimed(payment)).isEmpty();
    }

    @Test
    void whatAPersonalAccountGaveBackIsEnteredOnce() {
        CaseFile file = money.openIn(LIAOCHENG);

        run(() -> ledger.recovered(file.number(), LIAOCHENG, new BigDecimal("30.5"), file.number() + "/account"));
        run(() -> ledger.recovered(file.number(), LIAOCHENG, new BigDecimal("30.50"), file.number() + "/account"));

        assertThat(ledger.of(file.number()).recovered()).isEqualTo(new BigDecimal("30.50"));
        assertThatThrownBy(() -> run(() ->
                        ledger.recovered(file.number(), LIAOCHENG, new BigDecimal("31"), file.number() + "/account")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void moneyThatCameInInPartIsRecoveredInPartAndTheRestNoLongerExpected() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = file.number() + "/collection";
        in(() -> collections.order(
                key,
                CollectionPurpose.RECOVERY,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 12, 31)));
        assertThat(ledger.of(file.number()).receivable()).isEqualTo(new BigDecimal("100.00"));

        Effect first = in(() -> collections.settle(key, CollectionState.PARTLY, new BigDecimal("40.00"), "SJ-1", DAY));
        Effect again = in(() -> collections.settle(key, CollectionState.PARTLY, new BigDecimal("40.00"), "SJ-1", DAY));
        Effect other = in(() -> collections.settle(key, CollectionState.PAID, new BigDecimal("100.00"), "SJ-2", DAY));

        assertThat(List.of(first, again, other)).containsExactly(Effect.SETTLED, Effect.REPEATED, Effect.CONTRADICTED);
        assertThat(ledger.of(file.number()))
                .isEqualTo(new Standing(
                        NOTHING, NOTHING, NOTHING, new BigDecimal("40.00"), NOTHING, new BigDecimal("100.00")));
    }

    @Test
    void aResultThatDoesNotFitTheAmountIsRefused() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = file.number() + "/collection";
        in(() -> collections.order(
                key,
                CollectionPurpose.RECOVERY,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 12, 31)));

        assertThatThrownBy(() ->
                        in(() -> collections.settle(key, CollectionState.PAID, new BigDecimal("99.99"), "SJ-1", DAY)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("应收 100.00 元");
    }

    private PaymentOrder sent(String amount) {
        PaymentOrder order = money.orderIn(LIAOCHENG, amount);
        run(() -> batched.putInto("P1", LIAOCHENG, List.of(order.key()), 10, "financelc"));
        run(() -> batched.leave("P1", List.of(order.id())));
        return order;
    }

    private Effect settle(PaymentOrder order, OrderState state) {
        String reason = state == OrderState.PAID ? null : "户名不符";
        return in(() -> orders.settle(order.key(), order.attempt(), new Settlement(state, reason, "结果文件 R1", null)));
    }

    private static long atOnce(List<Callable<Boolean>> doings) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(doings.size());
        try {
            return threads.invokeAll(doings).stream()
                    .filter(LedgerTest::succeeded)
                    .count();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeded(Future<Boolean> doing) {
        try {
            return doing.get();
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(ProblemException.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(java.util.function.Supplier<T> doing) {
        return transaction.execute(status -> doing.get());
    }

    private void run(Runnable doing) {
        transaction.executeWithoutResult(status -> doing.run());
    }
}
