package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.region.RegionCode;

@YibanTest
class ReturnedPaymentsTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal AMOUNT = new BigDecimal("380.00");

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    BatchedOrders batched;

    @Autowired
    ReturnedPayments returned;

    @Autowired
    Cases cases;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatArrivedAndComesBackIsOwedAgainAndPaidOnceMore() {
        // given
        PaymentOrder order = paid();

        // when
        assertThat(takeBack(order, 1)).isEqualTo(Effect.SETTLED);

        // then
        assertThat(ledger.of(order.caseNumber()))
                .isEqualTo(new Standing(AMOUNT, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
        assertThat(takeBack(order, 1)).isEqualTo(Effect.REPEATED);

        // when: it goes to another account
        run(() -> orders.correctPayee(order.key(), MoneyCases.payee(), "clerklc"));
        pay(orders.require(order.key()));

        // then
        assertThat(ledger.of(order.caseNumber()))
                .isEqualTo(new Standing(NOTHING, NOTHING, AMOUNT, NOTHING, NOTHING, NOTHING));
        assertThat(takeBack(order, 1)).isEqualTo(Effect.REPEATED);
        assertThat(ledger.balances(LIAOCHENG).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(NOTHING);
        assertThat(ledger.postings(order.caseNumber()))
                .extracting(Posting::kind)
                .containsExactly(
                        PostingKind.ORDERED,
                        PostingKind.SENT,
                        PostingKind.PAID,
                        PostingKind.REVERSED,
                        PostingKind.SENT,
                        PostingKind.PAID);
    }

    @Test
    void whatComesBackBeforeAnybodySaidItArrivedIsRejectedAsAnyOther() {
        PaymentOrder order = money.orderIn(LIAOCHENG, "380.00");
        send(order);

        assertThat(takeBack(order, 1)).isEqualTo(Effect.SETTLED);

        assertThat(orders.require(order.key()).state()).isEqualTo(OrderState.REJECTED);
        assertThat(ledger.postings(order.caseNumber()))
                .extracting(Posting::kind)
                .endsWith(PostingKind.RETURNED);
    }

    @Test
    void theLedgerItselfTakesNoSecondPaymentAndNoSecondReturn() {
        PaymentOrder order = paid();

        assertThatThrownBy(() -> run(() -> post(order, "PAID", "IN_TRANSIT", "TREASURY")))
                .isInstanceOf(DataAccessException.class);
        transaction.executeWithoutResult(status -> {
            post(order, "REVERSED", "TREASURY", "PAYABLE");
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> run(() -> {
                    post(order, "REVERSED", "TREASURY", "PAYABLE");
                    post(order, "REVERSED", "TREASURY", "PAYABLE");
                }))
                .isInstanceOf(DataAccessException.class);
    }

    private void post(PaymentOrder order, String kind, String debit, String credit) {
        jdbc.sql("""
                        insert into yiban.ledger_posting
                            (pool, case_number, kind, debit, credit, amount, order_id, attempt, reference, posted_at)
                        select pool, case_number, ?, ?, ?, amount, id,
                            (select 1 + max(attempt) from yiban.ledger_posting where order_id = o.id), 'test', now()
                        from yiban.payment_order o where id = ?
                        """).params(kind, debit, credit, order.id()).update();
    }

    private PaymentOrder paid() {
        PaymentOrder order = money.orderIn(LIAOCHENG, "380.00");
        pay(order);
        assertThat(takeBack(order, 1)).isEqualTo(Effect.LATER);
        run(() -> cases.close(order.caseNumber(), CaseState.COMPLETED, "已退费"));
        return order;
    }

    private void pay(PaymentOrder order) {
        send(order);
        Settlement arrived = new Settlement(OrderState.PAID, null, "结果文件 R1", null);
        assertThat(in(() -> orders.settle(order.key(), order.attempt(), arrived)))
                .isEqualTo(Effect.SETTLED);
    }

    private void send(PaymentOrder order) {
        run(() -> batched.putInto("P", LIAOCHENG, List.of(order.key()), 10, "financelc"));
        run(() -> batched.leave("P", List.of(order.id())));
    }

    private Effect takeBack(PaymentOrder order, int attempt) {
        Settlement settlement = new Settlement(OrderState.REJECTED, "账户已销户", "结果文件 R2", null, true);
        return in(() -> returned.takeBack(order.key(), attempt, settlement));
    }

    private <T> T in(Supplier<T> doing) {
        return transaction.execute(status -> doing.get());
    }

    private void run(Runnable doing) {
        transaction.executeWithoutResult(status -> doing.run());
    }
}
