package org.yiban.backpay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** The table of what came in for gaps in years. */
@Component
class BackpayReceipts {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BackpayReceipts(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Keeps a receipt; empty if it is kept already. */
    Optional<Long> add(CaseNumber number, String orderKey, String receipt, BigDecimal amount, LocalDate receivedOn) {
        return jdbc.sql("""
                        insert into yiban.backpay_receipt (case_number, order_key, receipt, amount, received_on)
                        values (?, ?, ?, ?, ?) on conflict (order_key, receipt) do nothing returning id
                        """)
                .params(number.value(), orderKey, receipt, amount, receivedOn)
                .query(Long.class)
                .optional();
    }

    void onRecord(long id, String payment) {
        jdbc.sql("update yiban.backpay_receipt set payment = ? where id = ?")
                .params(payment, id)
                .update();
    }

    void goesBack(long id, BigDecimal amount, BackpayReceipt.Why why) {
        jdbc.sql("update yiban.backpay_receipt set going_back = ?, why = ? where id = ?")
                .params(amount, why.name(), id)
                .update();
    }

    /** Tells a part of what stays of a receipt apart from the rest of it; the part's id. */
    long split(BackpayReceipt receipt, BigDecimal amount) {
        jdbc.sql("update yiban.backpay_receipt set amount = amount - ? where id = ?")
                .params(amount, receipt.id())
                .update();
        return jdbc.sql("""
                        insert into yiban.backpay_receipt (case_number, order_key, receipt, amount, received_on, payment)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        receipt.caseNumber().value(),
                        receipt.orderKey(),
                        "%s（再退 %s 元，留 %s 元）"
                                .formatted(
                                        receipt.receipt(),
                                        amount,
                                        receipt.staying().subtract(amount)),
                        amount,
                        receipt.receivedOn(),
                        receipt.payment())
                .query(Long.class)
                .single();
    }

    void settled(long id, CaseNumber refundCase, String note, String by) {
        jdbc.sql(
                        "update yiban.backpay_receipt set refund_case = ?, note = ?, settled_by = ?, settled_at = ? where id = ?")
                .params(
                        refundCase == null ? null : refundCase.value(),
                        note,
                        by,
                        time.now().toOffsetDateTime(),
                        id)
                .update();
    }

    /** Whether a refund case stands for a receipt already. */
    boolean settledBy(CaseNumber refundCase) {
        return jdbc.sql("select exists (select from yiban.backpay_receipt where refund_case = ?)")
                .param(refundCase.value())
                .query(Boolean.class)
                .single();
    }

    BackpayReceipt require(long id) {
        return jdbc.sql("select * from yiban.backpay_receipt where id = ?")
                .param(id)
                .query(BackpayReceipts::receipt)
                .single();
    }

    /** The receipts of a case, oldest first. */
    List<BackpayReceipt> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.backpay_receipt where case_number = ? order by id")
                .param(number.value())
                .query(BackpayReceipts::receipt)
                .list();
    }

    private static BackpayReceipt receipt(ResultSet row, int index) throws SQLException {
        String why = row.getString("why");
        String refund = row.getString("refund_case");
        return new BackpayReceipt(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("order_key"),
                row.getString("receipt"),
                row.getBigDecimal("amount"),
                row.getObject("received_on", LocalDate.class),
                row.getString("payment"),
                why == null ? null : BackpayReceipt.Why.valueOf(why),
                row.getBigDecimal("going_back"),
                refund == null ? null : new CaseNumber(refund),
                row.getString("note"),
                row.getObject("settled_at") != null);
    }
}
