package org.yiban.ledger;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/**
 * What happens to many orders at once: they are put into a batch, leave with it, or come out of it. Each is one statement
 * however many orders there are, and joins the transaction of its caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BatchedOrders {

    private static final String NOTED = """
            noted as (
                insert into yiban.payment_order_event (order_id, attempt, state, text, by_user, at)
                select id, attempt, state, :text, :by, :at from moved)
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BatchedOrders(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Puts open orders of a pool into a batch, the earliest first. Those that somebody else is putting into a batch at this
     * moment are passed over.
     *
     * @param keys which orders; {@code null} for all that are open
     * @param most at most so many
     * @param by user id
     */
    public List<PaymentOrder> putInto(String batch, RegionCode pool, Collection<String> keys, int most, String by) {
        return jdbc.sql("""
                        with chosen as (
                            select id from yiban.payment_order
                            where pool = :pool and state = 'OPEN' and (:all or order_key = any (:keys))
                            order by id limit :most for update skip locked),
                        moved as (
                            update yiban.payment_order o set state = 'BATCHED' from chosen where o.id = chosen.id
                            returning o.*),
                        """ + NOTED + "select " + OrderRows.COLUMNS + "from moved o order by o.id")
                .param("pool", pool.value())
                .param("all", keys == null)
                .param("keys", keys == null ? new String[0] : keys.toArray(String[]::new))
                .param("most", most)
                .param("text", "编入批次 " + batch)
                .param("by", by)
                .param("at", time.now().toOffsetDateTime())
                .query(OrderRows::read)
                .list();
    }

    /** Takes the orders out of a batch that does not leave. */
    public void takeOut(String batch, Collection<Long> orderIds, String by) {
        requireAll(
                orderIds,
                jdbc.sql("""
                                with moved as (
                                    update yiban.payment_order set state = 'OPEN' where id = any (:ids) and state = 'BATCHED'
                                    returning *),
                                """ + NOTED + "select count(*) from moved")
                        .param("ids", orderIds.toArray(Long[]::new))
                        .param("text", "退出批次 " + batch)
                        .param("by", by)
                        .param("at", time.now().toOffsetDateTime())
                        .query(Integer.class)
                        .single());
    }

    /** Records that the payments leave for the treasury with their batch. */
    public void leave(String batch, Collection<Long> orderIds) {
        requireAll(
                orderIds,
                jdbc.sql("""
                                with moved as (
                                    update yiban.payment_order set state = 'SENT' where id = any (:ids) and state = 'BATCHED'
                                    returning *),
                                posted as (
                                    insert into yiban.ledger_posting (pool, case_number, kind, debit, credit, amount,
                                        order_id, attempt, reference, posted_at)
                                    select pool, case_number, 'SENT', 'PAYABLE', 'IN_TRANSIT', amount, id, attempt, :batch,
                                        :at from moved),
                                """ + NOTED + "select count(*) from moved")
                        .param("ids", orderIds.toArray(Long[]::new))
                        .param("batch", batch)
                        .param("text", "随批次 " + batch + " 发出")
                        .param("by", null)
                        .param("at", time.now().toOffsetDateTime())
                        .query(Integer.class)
                        .single());
    }

    /**
     * Takes back payments of a batch that the treasury refused as a whole: no money moved. Each order waits for another
     * batch as its next attempt; those that are settled stay as they are.
     *
     * @return how many came back
     */
    public int comeBack(String batch, Collection<Long> orderIds, String by) {
        return jdbc.sql("""
                        with moved as (
                            update yiban.payment_order set state = 'OPEN', attempt = attempt + 1, reason = null
                            where id = any (:ids) and state in ('SENT', 'UNKNOWN') returning *),
                        posted as (
                            insert into yiban.ledger_posting (pool, case_number, kind, debit, credit, amount, order_id,
                                attempt, reference, posted_at)
                            select pool, case_number, 'RETURNED', 'IN_TRANSIT', 'PAYABLE', amount, id, attempt - 1, :batch,
                                :at from moved),
                        """ + NOTED + "select count(*) from moved")
                .param("ids", orderIds.toArray(Long[]::new))
                .param("batch", batch)
                .param("text", "批次 " + batch + " 被财政整批退回，待重新编批")
                .param("by", by)
                .param("at", time.now().toOffsetDateTime())
                .query(Integer.class)
                .single();
    }

    private static void requireAll(Collection<Long> asked, int moved) {
        if (moved != asked.size()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "batch", null, "批次中的付款单刚被改动，请刷新后再办");
        }
    }
}
