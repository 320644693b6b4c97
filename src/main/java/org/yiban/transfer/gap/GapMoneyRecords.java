package org.yiban.transfer.gap;

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

/** The table of money that goes back. */
@Component
class GapMoneyRecords {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    GapMoneyRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Its id; empty if that receipt is on record already. */
    Optional<Long> add(
            CaseNumber number,
            String orderKey,
            GapMoney.Why why,
            BigDecimal amount,
            String receipt,
            LocalDate receivedOn) {
        return jdbc.sql("""
            insert into yiban.gap_money (case_number, order_key, why, amount, receipt, received_on)
            values (?, ?, ?, ?, ?, ?) on conflict (order_key, receipt) do nothing returning id
            """)
                .params(number.value(), orderKey, why.name(), amount, receipt, receivedOn)
                .query(Long.class)
                .optional();
    }

    List<GapMoney> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.gap_money where case_number = ? order by id")
                .param(number.value())
                .query(GapMoneyRecords::money)
                .list();
    }

    GapMoney require(long id) {
        return jdbc.sql("select * from yiban.gap_money where id = ?")
                .param(id)
                .query(GapMoneyRecords::money)
                .single();
    }

    void settle(long id, CaseNumber refundCase, String note, String by) {
        jdbc.sql("update yiban.gap_money set refund_case = ?, note = ?, settled_by = ?, settled_at = ? where id = ?")
                .params(
                        refundCase == null ? null : refundCase.value(),
                        note,
                        by,
                        time.now().toOffsetDateTime(),
                        id)
                .update();
    }

    private static GapMoney money(ResultSet row, int index) throws SQLException {
        return new GapMoney(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("order_key"),
                GapMoney.Why.valueOf(row.getString("why")),
                row.getBigDecimal("amount"),
                row.getString("receipt"),
                row.getObject("received_on", LocalDate.class),
                row.getString("refund_case"),
                row.getString("note"));
    }
}
