package org.yiban.backpay.arrears;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;

/** The table of money that came otherwise than ordered. */
@Component
class ArrearsMoneyRecords {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ArrearsMoneyRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Its id; empty if that receipt is on record already for the same reason. */
    Optional<Long> add(ArrearsMoney money) {
        return jdbc.sql("""
            insert into yiban.arrears_money (case_number, why, amount, receipt, received_on, to_return, reference)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (case_number, why, receipt) do nothing returning id
            """)
                .params(
                        money.number().value(),
                        money.why().name(),
                        money.amount(),
                        money.receipt(),
                        money.receivedOn(),
                        money.toReturn(),
                        money.reference())
                .query(Long.class)
                .optional();
    }

    List<ArrearsMoney> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.arrears_money where case_number = ? order by id")
                .param(number.value())
                .query(ArrearsMoneyRecords::money)
                .list();
    }

    ArrearsMoney require(long id) {
        return jdbc.sql("select * from yiban.arrears_money where id = ?")
                .param(id)
                .query(ArrearsMoneyRecords::money)
                .single();
    }

    void settle(long id, String note, String by) {
        jdbc.sql("update yiban.arrears_money set note = ?, settled_by = ?, settled_at = ? where id = ?")
                .params(note, by, time.now().toOffsetDateTime(), id)
                .update();
    }

    private static ArrearsMoney money(ResultSet row, int index) throws SQLException {
        return new ArrearsMoney(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                ArrearsMoney.Why.valueOf(row.getString("why")),
                row.getBigDecimal("amount"),
                row.getString("receipt"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("to_return"),
                row.getString("reference"),
                row.getString("note"));
    }
}
