package org.yiban.payment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.OrderPurpose;
import org.yiban.ledger.OrderState;
import org.yiban.region.RegionCode;

/** The rows of batches and their lines. Every change joins the transaction of its caller. */
@Component
class BatchRecords {

    private static final String LINES = """
            select l.sequence, l.order_id, o.order_key, o.purpose, o.case_number, l.attempt, l.amount, o.payee_name, o.account_masked,
                o.bank_code, l.outcome, o.state, case when o.attempt = l.attempt then o.reason end as reason
            from yiban.payment_batch_line l join yiban.payment_order o on o.id = l.order_id
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BatchRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes a batch of orders that were put into it; how many and how much follows from them. */
    void insert(CaseNumber number, RegionCode pool, Collection<Long> orderIds, String drawnBy) {
        jdbc.sql("""
                        insert into yiban.payment_batch (number, pool, state, orders, total, drawn_by, drawn_at)
                        select ?, ?, 'DRAWN', count(*), sum(amount), ?, ? from yiban.payment_order where id = any (?)
                        """)
                .params(number.value(), pool.value(), drawnBy, now(), orderIds.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                        insert into yiban.payment_batch_line (batch, sequence, order_id, attempt, amount)
                        select ?, row_number() over (order by id), id, attempt, amount from yiban.payment_order
                        where id = any (?)
                        """).params(number.value(), orderIds.toArray(Long[]::new)).update();
    }

    Optional<PaymentBatch> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.payment_batch where number = ?")
                .param(number.value())
                .query(BatchRecords::batch)
                .optional();
    }

    PaymentBatch require(CaseNumber number) {
        return find(number).orElseThrow(() -> unknown(number.value()));
    }

    /** The batch, locked until the caller's transaction ends. */
    PaymentBatch lock(CaseNumber number) {
        return jdbc.sql("select * from yiban.payment_batch where number = ? for update")
                .param(number.value())
                .query(BatchRecords::batch)
                .optional()
                .orElseThrow(() -> unknown(number.value()));
    }

    /** The batches of a pool, the latest first. */
    List<PaymentBatch> of(RegionCode pool, int most) {
        return jdbc.sql("select * from yiban.payment_batch where pool = ? order by drawn_at desc, number desc limit ?")
                .params(pool.value(), most)
                .query(BatchRecords::batch)
                .list();
    }

    List<BatchLine> lines(CaseNumber number) {
        return jdbc.sql(LINES + "where l.batch = ? order by l.sequence")
                .param(number.value())
                .query(BatchRecords::line)
                .list();
    }

    List<Long> orderIds(CaseNumber number) {
        return jdbc.sql("select order_id from yiban.payment_batch_line where batch = ? order by sequence")
                .param(number.value())
                .query(Long.class)
                .list();
    }

    /** Notes what the second person decided; {@code why} is {@code null} where they approved. */
    void decide(CaseNumber number, boolean approved, String by, String why) {
        jdbc.sql("update yiban.payment_batch set state = ?, decided_by = ?, decided_at = ?, refusal = ? where"
                        + " number = ?")
                .params((approved ? BatchState.APPROVED : BatchState.REFUSED).name(), by, now(), why, number.value())
                .update();
    }

    void leave(CaseNumber number, LocalDate resultsDueOn, boolean connected) {
        jdbc.sql("""
                        update yiban.payment_batch set state = 'LEFT', left_at = ?, results_due_on = ?, connected = ?
                        where number = ?
                        """)
                .params(now(), Date.valueOf(resultsDueOn), connected, number.value())
                .update();
    }

    void expectResultsUntil(CaseNumber number, LocalDate day) {
        jdbc.sql("update yiban.payment_batch set results_due_on = ? where number = ?")
                .params(Date.valueOf(day), number.value())
                .update();
    }

    void receipt(CaseNumber number, boolean accepted, String reason) {
        jdbc.sql("update yiban.payment_batch set accepted = ?, receipt_at = ?, receipt_reason = ? where number = ?")
                .params(accepted, now(), reason, number.value())
                .update();
    }

    /** Marks the lines that have no final outcome as come back with their batch. */
    void comeBack(CaseNumber number) {
        jdbc.sql("update yiban.payment_batch_line set outcome = 'RETURNED'"
                        + " where batch = ? and (outcome is null or outcome = 'UNKNOWN')")
                .param(number.value())
                .update();
        jdbc.sql("update yiban.payment_batch set state = 'RETURNED' where number = ?")
                .param(number.value())
                .update();
    }

    /** Notes what became of a line; the batch is settled with its last one. Whether it was the last. */
    boolean outcome(CaseNumber number, long orderId, OrderState outcome) {
        jdbc.sql("update yiban.payment_batch_line set outcome = ? where batch = ? and order_id = ?")
                .params(outcome.name(), number.value(), orderId)
                .update();
        if (outcome == OrderState.UNKNOWN) {
            return false;
        }
        return jdbc.sql("""
                        update yiban.payment_batch set settled_orders = settled_orders + 1,
                            state = case when settled_orders + 1 = orders then 'SETTLED' else state end
                        where number = ? returning state = 'SETTLED'
                        """).param(number.value()).query(Boolean.class).single();
    }

    /** Notes that a line that was paid came back; {@code false} if it was not paid. The batch stays settled. */
    boolean cameBack(CaseNumber number, long orderId) {
        return jdbc.sql("update yiban.payment_batch_line set outcome = 'REJECTED'"
                                + " where batch = ? and order_id = ? and outcome = 'PAID'")
                        .params(number.value(), orderId)
                        .update()
                == 1;
    }

    static ProblemException unknown(String number) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "batch", number, "没有这个付款批次");
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }

    private static PaymentBatch batch(ResultSet row, int index) throws SQLException {
        Date due = row.getDate("results_due_on");
        return new PaymentBatch(
                new CaseNumber(row.getString("number")),
                new RegionCode(row.getString("pool")),
                BatchState.valueOf(row.getString("state")),
                row.getInt("orders"),
                row.getBigDecimal("total"),
                row.getInt("settled_orders"),
                row.getString("drawn_by"),
                moment(row, "drawn_at"),
                row.getString("decided_by"),
                moment(row, "decided_at"),
                row.getString("refusal"),
                moment(row, "left_at"),
                due == null ? null : due.toLocalDate(),
                row.getObject("connected", Boolean.class),
                row.getObject("accepted", Boolean.class),
                moment(row, "receipt_at"),
                row.getString("receipt_reason"));
    }

    private static BatchLine line(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        return new BatchLine(
                row.getInt("sequence"),
                row.getLong("order_id"),
                row.getString("order_key"),
                OrderPurpose.valueOf(row.getString("purpose")),
                new CaseNumber(row.getString("case_number")),
                row.getInt("attempt"),
                row.getBigDecimal("amount"),
                row.getString("payee_name"),
                row.getString("account_masked"),
                row.getString("bank_code"),
                outcome,
                outcomeTitle(outcome),
                OrderState.valueOf(row.getString("state")).title(),
                row.getString("reason"));
    }

    private static String outcomeTitle(String outcome) {
        if (outcome == null) {
            return "未回";
        }
        return outcome.equals("RETURNED")
                ? "随整批退回"
                : OrderState.valueOf(outcome).title();
    }

    static ZonedDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE);
    }
}
