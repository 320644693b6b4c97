package org.yiban.walks;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.BatchedOrders;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.ledger.ReturnedPayments;
import org.yiban.ledger.Settlement;

/**
 * The money of personal accounts between the pools: the treasury of one pays it with the next batch, that of the other says
 * how much of it is there, and no more.
 */
@Component
@Lazy
class BalancesOfWalks {

    private static final String SOURCE = "walk";
    private static final BigDecimal PART = new BigDecimal("1.00");
    /** From this manner on a payment comes back. */
    private static final int RARE = 7;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PaymentOrders orders;
    private final BatchedOrders batched;
    private final ReturnedPayments returned;

    BalancesOfWalks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PaymentOrders orders,
            BatchedOrders batched,
            ReturnedPayments returned) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.orders = orders;
        this.batched = batched;
        this.returned = returned;
    }

    /** The treasury pays what is ordered for one of the cases, or gives it back, at times only after it was paid. */
    void pay(List<String> cases, int choice, int manner) {
        List<String> ordered = jdbc.sql("""
            select o.case_number from yiban.payment_order o join yiban.balance_move m using (case_number)
            where o.case_number = any (?) and (o.state = 'OPEN' or o.state = 'PAID' and not exists (
                select from yiban.balance_move i join yiban.balance_arrival a on a.case_number = i.case_number
                where i.reference = m.reference)) order by o.id
            """)
                .param(cases.toArray(String[]::new))
                .query(String.class)
                .list();
        if (!ordered.isEmpty()) {
            pay(ordered.get(choice % ordered.size()), manner);
        }
    }

    /** Pays all that is ordered; returns whether there was anything. */
    boolean payAll(List<String> cases) {
        List<String> ordered = jdbc.sql("""
            select o.case_number from yiban.payment_order o
            where o.case_number = any (?) and o.state = 'OPEN' order by o.id
            """)
                .param(cases.toArray(String[]::new))
                .query(String.class)
                .list();
        ordered.forEach(number -> pay(number, 0));
        return !ordered.isEmpty();
    }

    private void pay(String number, int manner) {
        transaction.executeWithoutResult(status -> {
            PaymentOrder order = orders.of(new CaseNumber(number)).get(0);
            if (order.state() == OrderState.PAID) {
                if (manner >= RARE) {
                    returned.takeBack(
                            order.key(),
                            order.attempt(),
                            new Settlement(OrderState.REJECTED, "账户已销户", SOURCE, null, true));
                }
                return;
            }
            batched.putInto(SOURCE, order.pool(), List.of(order.key()), 1, SOURCE);
            batched.leave(SOURCE, List.of(order.id()));
            orders.settle(
                    order.key(),
                    order.attempt(),
                    manner < RARE
                            ? new Settlement(OrderState.PAID, null, SOURCE, null)
                            : new Settlement(OrderState.REJECTED, "账号不存在", SOURCE, null));
        });
    }

    /** What has been paid of the balance that a case awaits and is not on record there, in yuan, or a part of it. */
    String arriving(String number, int manner) {
        BigDecimal rest = jdbc.sql("""
            select case when m.other_pool = :elsewhere then m.stated
                    else coalesce((select sum(o.amount) from yiban.payment_order o
                        where o.order_key = m.reference and o.state = 'PAID'), 0.00) end
                - coalesce((select sum(a.amount) from yiban.balance_arrival a
                    where a.case_number = m.case_number), 0.00)
            from yiban.balance_move m where m.case_number = :number
            """)
                .param("elsewhere", Mover.FROM_ELSEWHERE.from())
                .param("number", number)
                .query(BigDecimal.class)
                .single();
        return (manner % 2 == 0 ? rest : rest.min(PART)).toPlainString();
    }
}
