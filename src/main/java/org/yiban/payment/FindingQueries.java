package org.yiban.payment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;

/** Asks the tables for what does not fit. Each query gives subject, batch, amount and text of its findings. */
@Component
class FindingQueries {

    private static final int MOST_OF_A_KIND = 500;

    /** An order's entries, summed up, against what its state says they should be. */
    private static final String LEDGER_DIFFERS = """
        select o.order_key as subject, null as batch, o.amount,
            format('付款单为“%s”，台账：应付 %s、在途 %s、已付 %s', yiban.money_state_title(o.state), p.payable, p.transit, p.paid) as text
        from yiban.payment_order o cross join lateral (
            select coalesce(sum(amount) filter (where credit = 'PAYABLE'), 0)
                    - coalesce(sum(amount) filter (where debit = 'PAYABLE'), 0) as payable,
                coalesce(sum(amount) filter (where credit = 'IN_TRANSIT'), 0)
                    - coalesce(sum(amount) filter (where debit = 'IN_TRANSIT'), 0) as transit,
                coalesce(sum(amount) filter (where kind = 'PAID'), 0)
                    - coalesce(sum(amount) filter (where kind = 'REVERSED'), 0) as paid
            from yiban.ledger_posting l where l.order_id = o.id) p
        where o.pool = :pool and (p.payable, p.transit, p.paid) is distinct from (
            case when o.state in ('OPEN', 'BATCHED', 'REJECTED') then o.amount else 0 end,
            case when o.state in ('SENT', 'UNKNOWN') then o.amount else 0 end,
            case when o.state = 'PAID' then o.amount else 0 end)
        order by o.id limit :most
        """;

    /** Only refunds give back months; a balance that moves has its entries alone. */
    private static final String CLAIMS_DIFFER = """
        select o.order_key as subject, null as batch, o.amount,
            format('付款单 %s 元，所退月份合计 %s 元', o.amount, coalesce(c.amount, 0)) as text
        from yiban.payment_order o left join lateral (
            select sum(amount) as amount from yiban.month_claim where case_number = o.case_number
                and order_id = o.id and released_at is null) c on true
        where o.pool = :pool and o.purpose = 'REFUND' and o.state <> 'CANCELLED'
            and o.amount is distinct from c.amount
        order by o.id limit :most
        """;

    private static final String BATCH_DIFFERS = """
        select b.number as subject, b.number as batch, b.total as amount,
            format('批次记 %s 笔 %s 元，逐笔相加 %s 笔 %s 元', b.orders, b.total, l.orders, l.total) as text
        from yiban.payment_batch b join lateral (
            select count(*) as orders, sum(amount) as total from yiban.payment_batch_line where batch = b.number) l on true
        where b.pool = :pool and (b.orders, b.total) is distinct from (l.orders, l.total) limit :most
        """;

    private static final String RESULT_CONTRADICTS = """
        select o.order_key as subject, f.batch, r.amount,
            format('结果文件 %s 第 %s 笔：%s%s；付款单为“%s”（第 %s 次付款），不予改变', f.name, r.row_number,
                yiban.money_state_title(r.state), coalesce('（' || r.reason || '）', ''),
                yiban.money_state_title(o.state), o.attempt) as text
        from yiban.payment_result r join yiban.result_file f on f.id = r.file
        join yiban.payment_order o on o.id = r.order_id
        where f.pool = :pool and r.effect = 'CONTRADICTED' order by r.file desc, r.row_number limit :most
        """;

    private static final String RESULT_FILE_REFUSED = """
        select name as subject, null as batch, null::numeric as amount,
            format('%s收到：%s', to_char(received_at at time zone 'Asia/Shanghai', 'YYYY年FMMM月FMDD日 HH24:MI'), refused) as text
        from yiban.result_file f where pool = :pool and refused is not null
        order by id desc limit :most
        """;

    private static final String RESULT_NOT_APPLIED = """
        select f.name as subject, f.batch, sum(r.amount) as amount, format('%s 笔结果尚未入账', count(*)) as text
        from yiban.payment_result r join yiban.result_file f on f.id = r.file
        where f.pool = :pool and r.effect is null group by f.id order by f.id limit :most
        """;

    private static final String FILE_NOT_ACCEPTED = """
        select number as subject, number as batch, total as amount, format('财政答复：%s', receipt_reason) as text
        from yiban.payment_batch where pool = :pool and accepted is false and state = 'LEFT' order by number limit :most
        """;

    private static final String RESULTS_LATE = """
        select b.number as subject, b.number as batch, sum(l.amount) as amount,
            format('%s发出，应于%s（含）以前回结果，尚有 %s 笔未回', to_char(b.left_at at time zone 'Asia/Shanghai', 'YYYY年FMMM月FMDD日'),
                to_char(b.results_due_on, 'YYYY年FMMM月FMDD日'), count(*)) as text
        from yiban.payment_batch b join yiban.payment_batch_line l on l.batch = b.number and l.outcome is null
        where b.pool = :pool and b.state = 'LEFT' and b.results_due_on < :today
        group by b.number order by b.number limit :most
        """;

    private static final String BY_STATE = """
        select o.order_key as subject, (select l.batch from yiban.payment_batch_line l
                where l.order_id = o.id and l.attempt = o.attempt limit 1) as batch,
            o.amount, coalesce(o.reason, '') as text
        from yiban.payment_order o where o.pool = :pool and o.state = :state and o.settled_at is null
        order by o.id limit :most
        """;

    private static final String COLLECTION_CONTRADICTS = """
        select o.order_key as subject, null as batch, r.amount,
            format('后来的结果：%s %s 元；收款单为%s %s 元，不予改变', yiban.money_state_title(r.state), r.amount,
                yiban.money_state_title(o.state), o.collected) as text
        from yiban.collection_result r join yiban.collection_order o on o.id = r.collection_id
        where o.pool = :pool and r.effect = 'CONTRADICTED' order by r.id desc limit :most
        """;

    private static final String COLLECTION_OVERDUE = """
        select order_key as subject, null as batch, amount, format('应于%s（含）以前收到', to_char(last_day, 'YYYY年FMMM月FMDD日')) as text
        from yiban.collection_order where pool = :pool and settled_at is null and last_day < :today
        order by id limit :most
        """;

    private static final String RECEIPT_UNASSIGNED = """
        select r.reference as subject, null as batch, p.open as amount,
            format('%s到账%s', to_char(r.received_on, 'YYYY年FMMM月FMDD日'), coalesce('，由退费案件 ' || r.refund_case || ' 退还，尚未付出', '，尚未退还')) as text
        from yiban.unassigned_receipt r cross join lateral (
            select sum(case when credit = 'UNASSIGNED_RECEIPTS' then amount else -amount end) as open
            from yiban.ledger_posting l where l.case_number = r.case_number and l.reference = r.reference
            and (l.debit = 'UNASSIGNED_RECEIPTS' or l.credit = 'UNASSIGNED_RECEIPTS')) p
        where r.pool = :pool and p.open > 0 order by r.id limit :most
        """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    FindingQueries(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Everything that does not fit in a pool, the gravest kinds first; of each kind at most {@value #MOST_OF_A_KIND}. */
    List<Finding> of(RegionCode pool) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(ask(pool, FindingKind.LEDGER_DIFFERS, LEDGER_DIFFERS));
        findings.addAll(ask(pool, FindingKind.LEDGER_DIFFERS, CLAIMS_DIFFER));
        findings.addAll(ask(pool, FindingKind.FILE_DIFFERS, BATCH_DIFFERS));
        findings.addAll(ask(pool, FindingKind.RESULT_CONTRADICTS, RESULT_CONTRADICTS));
        findings.addAll(ask(pool, FindingKind.FILE_NOT_ACCEPTED, FILE_NOT_ACCEPTED));
        findings.addAll(ask(pool, FindingKind.RESULTS_LATE, RESULTS_LATE));
        findings.addAll(ask(pool, FindingKind.PAYMENT_UNKNOWN, BY_STATE));
        findings.addAll(ask(pool, FindingKind.PAYMENT_REJECTED, BY_STATE));
        findings.addAll(ask(pool, FindingKind.RESULT_FILE_REFUSED, RESULT_FILE_REFUSED));
        findings.addAll(ask(pool, FindingKind.RESULT_NOT_APPLIED, RESULT_NOT_APPLIED));
        findings.addAll(ask(pool, FindingKind.COLLECTION_CONTRADICTS, COLLECTION_CONTRADICTS));
        findings.addAll(ask(pool, FindingKind.COLLECTION_OVERDUE, COLLECTION_OVERDUE));
        findings.addAll(ask(pool, FindingKind.RECEIPT_UNASSIGNED, RECEIPT_UNASSIGNED));
        return findings;
    }

    private List<Finding> ask(RegionCode pool, FindingKind kind, String query) {
        LocalDate today = time.today();
        return jdbc.sql(query)
                .param("pool", pool.value())
                .param("today", Date.valueOf(today))
                .param("state", kind == FindingKind.PAYMENT_UNKNOWN ? "UNKNOWN" : "REJECTED")
                .param("most", MOST_OF_A_KIND)
                .query((row, i) -> finding(kind, row))
                .list();
    }

    private static Finding finding(FindingKind kind, ResultSet row) throws SQLException {
        return Finding.of(
                kind,
                row.getString("subject"),
                row.getString("batch"),
                row.getBigDecimal("amount"),
                row.getString("text"));
    }
}
