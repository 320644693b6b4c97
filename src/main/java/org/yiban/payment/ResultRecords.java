package org.yiban.payment;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.payment.files.ResultFile;
import org.yiban.payment.files.ResultFormat;
import org.yiban.payment.files.ResultRow;
import org.yiban.region.RegionCode;

/** The rows of result files. Every change joins the transaction of its caller. */
@Component
class ResultRecords {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ResultRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Keeps a file that was taken, to be applied row by row; empty if the batch has it already. */
    Optional<Long> keep(
            PaymentBatch batch, ResultFile file, String name, String sha256, String by, Map<String, BatchLine> lines) {
        Optional<Long> id = jdbc.sql("""
                        insert into yiban.result_file (pool, batch, format, name, sha256, received_at, by_user)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (batch, sha256) where refused is null do nothing returning id
                        """)
                .params(
                        batch.pool().value(),
                        batch.number().value(),
                        file.format().name(),
                        name,
                        sha256,
                        time.now().toOffsetDateTime(),
                        by)
                .query(Long.class)
                .optional();
        id.ifPresent(kept -> insertRows(kept, file.rows(), lines));
        return id;
    }

    /** Keeps what is wrong with a file that was not taken. */
    void keepRefused(RegionCode pool, ResultFormat format, String name, String sha256, String why, String by) {
        jdbc.sql("""
                        insert into yiban.result_file (pool, format, name, sha256, refused, received_at, by_user)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pool.value(),
                        format.name(),
                        name,
                        sha256,
                        why,
                        time.now().toOffsetDateTime(),
                        by)
                .update();
    }

    /** Files with results to be applied, the earliest first. */
    List<Long> unapplied() {
        return jdbc.sql("select distinct file from yiban.payment_result where effect is null order by file")
                .query(Long.class)
                .list();
    }

    /** The next result of a file after a row that is to be applied. */
    Optional<Unapplied> next(long file, int afterRow) {
        return jdbc.sql("""
                        select f.batch, f.name, f.by_user, r.row_number, r.order_id, o.order_key, r.attempt, r.state, r.reason, r.after_payment
                        from yiban.payment_result r join yiban.result_file f on f.id = r.file
                        join yiban.payment_order o on o.id = r.order_id
                        where r.file = ? and r.row_number > ? and r.effect is null order by r.row_number limit 1
                        """)
                .params(file, afterRow)
                .query((row, i) -> new Unapplied(
                        file,
                        row.getInt("row_number"),
                        new CaseNumber(row.getString("batch")),
                        row.getString("name"),
                        row.getString("by_user"),
                        row.getLong("order_id"),
                        row.getString("order_key"),
                        row.getInt("attempt"),
                        OrderState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getBoolean("after_payment")))
                .optional();
    }

    /** Whether the result still waits; another node may have applied it meanwhile. */
    boolean waits(long file, int row) {
        return jdbc.sql("select effect is null from yiban.payment_result where file = ? and row_number = ?")
                .params(file, row)
                .query(Boolean.class)
                .single();
    }

    void applied(long file, int row, Effect effect) {
        jdbc.sql("update yiban.payment_result set effect = ? where file = ? and row_number = ?")
                .params(effect.name(), file, row)
                .update();
    }

    /** Whether a file is applied to its end and left payments unknown that are unknown still. */
    boolean leftUnknown(long file) {
        return jdbc.sql("""
                        select not exists (select from yiban.payment_result where file = ? and effect is null)
                            and exists (select from yiban.payment_result r join yiban.payment_order o on o.id = r.order_id
                                where r.file = ? and r.state = 'UNKNOWN' and r.effect = 'SETTLED' and o.state = 'UNKNOWN')
                        """).params(file, file).query(Boolean.class).single();
    }

    /** The result files of a batch, the latest first. */
    List<KeptResults> of(CaseNumber batch) {
        return jdbc.sql("""
                        select f.id, f.name, f.sha256, f.received_at, f.by_user, count(*) as rows,
                            count(*) filter (where r.effect is null) as unapplied,
                            count(*) filter (where r.effect = 'CONTRADICTED') as contradicted
                        from yiban.result_file f join yiban.payment_result r on r.file = f.id
                        where f.batch = ? group by f.id order by f.id desc
                        """)
                .param(batch.value())
                .query((row, i) -> new KeptResults(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("sha256"),
                        BatchRecords.moment(row, "received_at"),
                        row.getString("by_user"),
                        row.getInt("rows"),
                        row.getInt("unapplied"),
                        row.getInt("contradicted")))
                .list();
    }

    private void insertRows(long file, List<ResultRow> rows, Map<String, BatchLine> lines) {
        jdbc.sql("""
                        insert into yiban.payment_result (file, row_number, order_id, attempt, state, amount,
                            reason, after_payment)
                        select ?, * from unnest(?::integer[], ?::bigint[], ?::integer[], ?::text[], ?::numeric[], ?::text[], ?::boolean[])
                        """)
                .params(
                        file,
                        rows.stream().map(ResultRow::number).toArray(Integer[]::new),
                        rows.stream()
                                .map(row -> lines.get(row.order()).orderId())
                                .toArray(Long[]::new),
                        rows.stream()
                                .map(row -> lines.get(row.order()).attempt())
                                .toArray(Integer[]::new),
                        rows.stream().map(row -> row.state().name()).toArray(String[]::new),
                        rows.stream().map(ResultRow::amount).toArray(BigDecimal[]::new),
                        rows.stream().map(ResultRow::reason).toArray(String[]::new),
                        rows.stream().map(ResultRow::afterPayment).toArray(Boolean[]::new))
                .update();
    }

    /** A result that is to be applied. */
    record Unapplied(
            long file,
            int row,
            CaseNumber batch,
            String fileName,
            String by,
            long orderId,
            String order,
            int attempt,
            OrderState state,
            String reason,
            boolean afterPayment) {}

    /**
     * A result file that was taken.
     *
     * @param by user id; {@code null} where it came through the exchange
     * @param unapplied how many of its results are not in the ledger yet
     * @param contradicted how many say otherwise than the ledger, which stays as it is
     */
    record KeptResults(
            long id,
            String name,
            String sha256,
            ZonedDateTime receivedAt,
            String by,
            int rows,
            int unapplied,
            int contradicted) {}
}
