package org.yiban.transfer.balance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;

/** The table of what accounts no longer held of balances that left them. */
@Component
class ShortfallRecords {

    private final JdbcClient jdbc;

    ShortfallRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseNumber number, BigDecimal amount) {
        jdbc.sql("insert into yiban.balance_shortfall (case_number, amount) values (?, ?)")
                .params(number.value(), amount)
                .update();
    }

    void settled(CaseNumber number, BalanceShortfall.Settled settled) {
        jdbc.sql("""
                        update yiban.balance_shortfall
                        set settlement = ?, paper = ?, settled_on = ?, note = ?, settled_by = ?, settled_at = ?
                        where case_number = ? and settlement is null
                        """)
                .params(
                        settled.settlement().name(),
                        settled.paper(),
                        settled.on(),
                        settled.note(),
                        settled.byUser(),
                        settled.at(),
                        number.value())
                .update();
    }

    Optional<BalanceShortfall> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.balance_shortfall where case_number = ?")
                .param(number.value())
                .query(ShortfallRecords::shortfall)
                .optional();
    }

    private static BalanceShortfall shortfall(ResultSet row, int index) throws SQLException {
        String settlement = row.getString("settlement");
        return new BalanceShortfall(
                row.getBigDecimal("amount"),
                settlement == null
                        ? null
                        : new BalanceShortfall.Settled(
                                ShortfallSettlement.valueOf(settlement),
                                row.getString("paper"),
                                row.getObject("settled_on", LocalDate.class),
                                row.getString("note"),
                                row.getString("settled_by"),
                                row.getObject("settled_at", OffsetDateTime.class)));
    }
}
