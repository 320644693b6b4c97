package org.yiban.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.keys.TextCipher;
import org.yiban.region.RegionCode;

/**
 * Orders to pay. What an order pays is never changed, and it is paid once: the database holds both. Every change joins the
 * transaction of its caller and posts its entries in it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentOrders {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentOrders.class);

    private final JdbcClient jdbc;
    private final IssuingOrders issuing;
    private final BusinessTime time;
    private final Claims claims;
    private final Postings postings;
    private final TextCipher cipher;
    private final ApplicationEventPublisher events;

    PaymentOrders(
            JdbcClient jdbc,
            IssuingOrders issuing,
            BusinessTime time,
            Claims claims,
            Postings postings,
            TextCipher cipher,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.issuing = issuing;
        this.time = time;
        this.claims = claims;
        this.postings = postings;
        this.cipher = cipher;
        this.events = events;
    }

    /**
     * Issues an order. The months that its case has claimed become its own; those not claimed yet are claimed. Under a key
     * that was used already it is the order issued then, whatever its payee is by now.
     *
     * @throws ProblemException CONFLICT if the key stands for another case or amount, or a month is claimed by another case
     */
    public PaymentOrder issue(OrderRequest request) {
        return issuing.issue(request);
    }

    /** The orders of a case, in the order of issue. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<PaymentOrder> of(CaseNumber caseNumber) {
        return jdbc.sql(OrderRows.SELECT + "where o.case_number = ? order by o.id")
                .param(caseNumber.value())
                .query(OrderRows::read)
                .list();
    }

    /**
     * Orders of a pool in some states, the earliest first.
     *
     * @param after the id of the order before; 0 for the first
     * @param most at most so many
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<PaymentOrder> ofPool(RegionCode pool, Set<OrderState> states, long after, int most) {
        return jdbc.sql(OrderRows.SELECT + "where o.pool = ? and o.state = any (?) and o.id > ? order by o.id limit ?")
                .params(pool.value(), states.stream().map(OrderState::name).toArray(String[]::new), after, most)
                .query(OrderRows::read)
                .list();
    }

    /** How many orders of a pool stand how, and what they come to. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<OrderState, OrderTotal> totals(RegionCode pool) {
        Map<OrderState, OrderTotal> totals = new EnumMap<>(OrderState.class);
        jdbc.sql("select state, count(*) as orders, sum(amount) as amount from yiban.payment_order where pool = ?"
                        + " group by state")
                .param(pool.value())
                .query(row -> {
                    totals.put(
                            OrderState.valueOf(row.getString("state")),
                            new OrderTotal(row.getLong("orders"), row.getBigDecimal("amount")));
                });
        return totals;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<PaymentOrder> find(String key) {
        return jdbc.sql(OrderRows.SELECT + "where o.order_key = ?")
                .param(key)
                .query(OrderRows::read)
                .optional();
    }

    /**
     * The order of a key.
     *
     * @throws ProblemException NOT_FOUND
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PaymentOrder require(String key) {
        return find(key).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "order", key, "没有这张付款单"));
    }

    /**
     * The account that an order pays to, in full: for payment files, and for who may see it with a reason.
     *
     * @throws ProblemException as {@link #accounts}
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public BankAccount account(String key) {
        return accounts(List.of(key)).get(key);
    }

    /**
     * The accounts of many orders by their keys, in full: for payment files.
     *
     * @throws ProblemException CONFLICT naming the order whose account does not open: it was not written by us
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, BankAccount> accounts(Collection<String> keys) {
        Map<String, BankAccount> accounts = new HashMap<>();
        jdbc.sql("select order_key, account, bank_code from yiban.payment_order where order_key = any (?)")
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    accounts.put(row.getString("order_key"), account(row));
                });
        return accounts;
    }

    private BankAccount account(ResultSet row) throws SQLException {
        String key = row.getString("order_key");
        try {
            String number = cipher.decrypt(OrderRows.accountPlace(key), row.getBytes("account"));
            return new BankAccount(number, row.getString("bank_code"));
        } catch (IllegalStateException e) {
            LOG.error("The account of payment order {} does not open", key, e);
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "order",
                    key,
                    "付款单 " + key + " 的收款账号打不开，可能在数据库中被改动过，不能付款；请联系系统管理员，其他付款单请另编批次，不选这一笔");
        }
    }

    /**
     * Pays an order that came back to another account: the same order, its next attempt.
     *
     * @param by user id
     * @throws ProblemException CONFLICT if it did not come back
     */
    public void correctPayee(String key, Payee payee, String by) {
        PaymentOrder order = lock(key);
        requireState(order, Set.of(OrderState.REJECTED), "只有被退回的付款单可以更正收款账户");
        jdbc.sql("""
                        update yiban.payment_order set payee_name = ?, account = ?, account_masked = ?, bank_code = ?,
                            state = 'OPEN', attempt = attempt + 1, reason = null where id = ?
                        """)
                .params(
                        payee.name(),
                        cipher.encrypt(
                                OrderRows.accountPlace(key), payee.account().number()),
                        payee.account().masked(),
                        payee.account().bankCode(),
                        order.id())
                .update();
        note(
                order.id(),
                order.attempt() + 1,
                OrderState.OPEN,
                "收款账户由 %s 更正为 %s"
                        .formatted(order.accountMasked(), payee.account().masked()),
                by);
    }

    /**
     * Withdraws an order that has not left or came back; its months are free again.
     *
     * @param why in Chinese
     * @throws ProblemException CONFLICT if the money may have left
     */
    public void cancel(String key, String why) {
        PaymentOrder order = lock(key);
        if (order.state() == OrderState.CANCELLED) {
            return;
        }
        requireState(order, Set.of(OrderState.OPEN, OrderState.REJECTED), "只有待付或被退回的付款单可以撤销");
        postings.ofOrder(order, order.purpose().cancelled(), key);
        move(order, OrderState.CANCELLED, why, why, null);
        claims.releaseOf(order.id());
    }

    /**
     * Records what became of a payment that left. An order that is settled, or whose next attempt has begun, stays as it
     * is.
     */
    public Settlement.Effect settle(String key, int attempt, Settlement settlement) {
        PaymentOrder order = lock(key);
        boolean openAttempt =
                order.attempt() == attempt && (order.state() == OrderState.SENT || order.state() == OrderState.UNKNOWN);
        if (!openAttempt || order.state() == settlement.state()) {
            return saysTheSame(order, attempt, settlement)
                    ? Settlement.Effect.REPEATED
                    : Settlement.Effect.CONTRADICTED;
        }
        switch (settlement.state()) {
            case PAID -> postings.ofOrder(order, PostingKind.PAID, settlement.source());
            case REJECTED -> postings.ofOrder(order, PostingKind.RETURNED, settlement.source());
            default -> {
                // The money is in transit as before.
            }
        }
        String text = settlement.state().title() + "（" + settlement.source() + "）"
                + (settlement.reason() == null ? "" : "：" + settlement.reason());
        move(order, settlement.state(), settlement.reason(), text, settlement.by());
        if (settlement.state() != OrderState.UNKNOWN) {
            events.publishEvent(new OrderSettled(order.caseNumber(), key, settlement.state(), settlement.reason()));
        }
        return Settlement.Effect.SETTLED;
    }

    /** The order, locked until the caller's transaction ends. */
    public PaymentOrder lock(String key) {
        return jdbc.sql(OrderRows.SELECT + "where o.order_key = ? for update")
                .param(key)
                .query(OrderRows::read)
                .optional()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "order", key, "没有这张付款单"));
    }

    private static boolean saysTheSame(PaymentOrder order, int attempt, Settlement settlement) {
        if (order.attempt() == attempt) {
            return order.state() == settlement.state();
        }
        return settlement.state() == OrderState.REJECTED && attempt < order.attempt();
    }

    void move(PaymentOrder order, OrderState to, String reason, String text, String by) {
        OffsetDateTime now = time.now().toOffsetDateTime();
        jdbc.sql("update yiban.payment_order set state = ?, reason = ?, settled_at = ? where id = ?")
                .params(to.name(), reason, to.isFinal() ? now : null, order.id())
                .update();
        note(order.id(), order.attempt(), to, text, by);
    }

    private void note(long orderId, int attempt, OrderState state, String text, String by) {
        jdbc.sql("""
                        insert into yiban.payment_order_event (order_id, attempt, state, text, by_user, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(orderId, attempt, state.name(), text, by, time.now().toOffsetDateTime())
                .update();
    }

    private static void requireState(PaymentOrder order, Set<OrderState> allowed, String why) {
        if (!allowed.contains(order.state())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "order",
                    order.key(),
                    why + "；" + order.key() + " 现为：" + order.state().title());
        }
    }
}
