package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseFile;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** Whatever is tried in whatever order, the books balance, months are given back once, and no more than was paid. */
@YibanTest
class LedgerWalkTest {

    private static final RegionCode TIELING = new RegionCode("211200");
    private static final int CASES = 4;
    private static final int STEPS = 120;
    private static final BigDecimal PAID = new BigDecimal("1200.00");

    @Autowired
    MoneyCases money;

    @Autowired
    PaymentOrders orders;

    @Autowired
    BatchedOrders batched;

    @Autowired
    Claims claims;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {7, 2026, 371500})
    void theBooksBalanceWhateverIsTried(long seed) {
        Random random = new Random(seed);
        List<CaseFile> files = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            files.add(money.openIn(TIELING));
        }
        long payment = money.paymentOf(files.get(0), PAID.toPlainString());

        for (int step = 0; step < STEPS; step++) {
            CaseFile file = files.get(random.nextInt(CASES));
            int months = 1 + random.nextInt(12);
            int what = random.nextInt(9);
            int attempt = 1 + random.nextInt(2);
            try {
                transaction.executeWithoutResult(status -> attempt(what, file, payment, months, attempt));
            } catch (ProblemException refused) {
                // A refusal changes nothing, which the books below tell.
            }
            check(files, payment);
        }
    }

    private void attempt(int what, CaseFile file, long payment, int months, int attempt) {
        String key = file.number() + "/refund";
        String amount =
                BigDecimal.valueOf(months).multiply(new BigDecimal("100.00")).toPlainString();
        switch (what) {
            case 0 -> orders.issue(MoneyCases.request(file, payment, months, amount));
            case 1 -> batched.putInto("W", TIELING, List.of(key), 1, "financetl");
            case 2 -> batched.leave("W", List.of(orders.require(key).id()));
            case 3 -> batched.comeBack("W", List.of(orders.require(key).id()), null);
            case 4 -> orders.settle(key, attempt, new Settlement(OrderState.PAID, null, "R", null));
            case 5 -> orders.settle(key, attempt, new Settlement(OrderState.REJECTED, "户名不符", "R", null));
            case 6 -> orders.settle(key, attempt, new Settlement(OrderState.UNKNOWN, "银行未回", "R", null));
            case 7 -> orders.correctPayee(key, MoneyCases.payee(), "reviewtl");
            default -> orders.cancel(key, "申请人撤回");
        }
    }

    private void check(List<CaseFile> files, long payment) {
        assertThat(ledger.balances(TIELING).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
        Map<OrderState, BigDecimal> sums = new EnumMap<>(OrderState.class);
        for (CaseFile file : files) {
            for (PaymentOrder order : orders.of(file.number())) {
                Standing standing = ledger.of(file.number());
                sums.merge(order.state(), order.amount(), BigDecimal::add);
                BigDecimal expected = order.state() == OrderState.CANCELLED ? BigDecimal.ZERO : order.amount();
                assertThat(standing.waiting().add(standing.inTransit()).add(standing.refunded()))
                        .isEqualByComparingTo(expected);
                assertThat(standing.refunded())
                        .isEqualByComparingTo(order.state() == OrderState.PAID ? order.amount() : BigDecimal.ZERO);
            }
        }
        Standing ofPayment = ledger.ofPayment(payment);
        assertThat(ofPayment.refunded())
                .isEqualByComparingTo(sums.getOrDefault(OrderState.PAID, BigDecimal.ZERO))
                .isEqualByComparingTo(claims.refunded(payment));
        assertThat(ofPayment.refunded().add(ofPayment.inTransit()).add(ofPayment.waiting()))
                .isLessThanOrEqualTo(PAID);
        assertThat(claims.claimed(payment)).doesNotHaveDuplicates();
        assertThat(jdbc.sql(
                                "select count(*) from yiban.ledger_posting l join yiban.payment_order o on o.id = l.order_id"
                                        + " where o.pool = '211200' and l.kind = 'PAID' group by o.id having count(*) > 1")
                        .query(Integer.class)
                        .list())
                .isEmpty();
    }
}
