package org.yiban.transfer.balance;

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
import org.yiban.region.RegionCode;
import org.yiban.transfer.Side;

/** The tables of balances that move. */
@Component
class BalanceRecords {

    private static final String SELECT = """
        select m.*, coalesce((select sum(a.amount) from yiban.balance_arrival a
            where a.case_number = m.case_number), 0.00) as arrived
        from yiban.balance_move m
        """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    BalanceRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void add(BalanceMove move) {
        jdbc.sql("""
            insert into yiban.balance_move
                (case_number, side, reference, pool, other_pool, person_id, stated, moved)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        move.caseNumber().value(),
                        move.side().name(),
                        move.reference(),
                        move.pool().value(),
                        move.otherPool().value(),
                        move.personId(),
                        move.stated(),
                        move.moved())
                .update();
    }

    /** Adds what arrived under a receipt; whether it was new. */
    boolean arrived(CaseNumber number, BalanceArrival arrival) {
        return jdbc.sql("""
            insert into yiban.balance_arrival
                (case_number, amount, receipt, received_on, by_user, recorded_at)
            values (?, ?, ?, ?, ?, ?) on conflict (case_number, receipt) do nothing
            """)
                        .params(
                                number.value(),
                                arrival.amount(),
                                arrival.receipt(),
                                arrival.receivedOn(),
                                arrival.byUser(),
                                time.now().toOffsetDateTime())
                        .update()
                == 1;
    }

    void credited(CaseNumber number, BigDecimal credited) {
        jdbc.sql("update yiban.balance_move set credited = ? where case_number = ?")
                .params(credited, number.value())
                .update();
    }

    /** How it ended; {@code null} if it goes on after all. */
    void ended(CaseNumber number, BalanceOutcome outcome) {
        jdbc.sql("update yiban.balance_move set outcome = ? where case_number = ?")
                .params(outcome == null ? null : outcome.name(), number.value())
                .update();
    }

    Optional<BalanceMove> find(CaseNumber number) {
        return jdbc.sql(SELECT + "where m.case_number = ?")
                .param(number.value())
                .query(BalanceRecords::move)
                .optional();
    }

    Optional<BalanceMove> find(String reference, Side side) {
        return jdbc.sql(SELECT + "where m.reference = ? and m.side = ?")
                .params(reference, side.name())
                .query(BalanceRecords::move)
                .optional();
    }

    BalanceMove require(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("case " + number + " moves no balance"));
    }

    List<BalanceArrival> arrivals(CaseNumber number) {
        return jdbc.sql("select amount, receipt, received_on, by_user from yiban.balance_arrival"
                        + " where case_number = ? order by id")
                .param(number.value())
                .query((row, i) -> new BalanceArrival(
                        row.getBigDecimal("amount"),
                        row.getString("receipt"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("by_user")))
                .list();
    }

    /** What a transfer brought into the account, less what cases that correct it have given back, yuan. */
    BigDecimal creditedAndNotGivenBack(CaseNumber corrected) {
        return jdbc.sql("""
            select coalesce((select m.credited from yiban.balance_move m
                    where m.case_number = :corrected and m.side = 'IN'), 0.00)
                - coalesce((select sum(m.moved) from yiban.balance_move m
                    join yiban.transfer_application a on a.case_number = m.case_number
                    where a.corrects_case = :corrected and m.side = 'OUT'), 0.00)
            """)
                .param("corrected", corrected.value())
                .query(BigDecimal.class)
                .single();
    }

    private static BalanceMove move(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        return new BalanceMove(
                new CaseNumber(row.getString("case_number")),
                Side.valueOf(row.getString("side")),
                row.getString("reference"),
                new RegionCode(row.getString("pool")),
                new RegionCode(row.getString("other_pool")),
                row.getLong("person_id"),
                row.getBigDecimal("stated"),
                row.getBigDecimal("moved"),
                row.getBigDecimal("credited"),
                row.getBigDecimal("arrived"),
                outcome == null ? null : BalanceOutcome.valueOf(outcome));
    }
}
