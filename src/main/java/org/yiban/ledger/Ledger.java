package org.yiban.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/**
 * What the entries add up to. A row of {@code yiban.ledger_posting} is a transaction of two entries, so that every sum
 * over all accounts is nothing.
 */
@Component
public class Ledger {

    private static final int CENTS = 2;
    private static final String STANDING = """
            select
                coalesce(sum(amount) filter (where credit = 'PAYABLE'), 0)
                    - coalesce(sum(amount) filter (where debit = 'PAYABLE'), 0) as waiting,
                coalesce(sum(amount) filter (where credit = 'IN_TRANSIT'), 0)
                    - coalesce(sum(amount) filter (where debit = 'IN_TRANSIT'), 0) as in_transit,
                coalesce(sum(amount) filter (where kind = 'PAID'), 0)
                    - coalesce(sum(amount) filter (where kind = 'REVERSED'), 0) as refunded,
                coalesce(sum(amount) filter (where credit = 'RECOVERED'), 0) as recovered,
                coalesce(sum(amount) filter (where debit = 'RECEIVABLE'), 0)
                    - coalesce(sum(amount) filter (where credit = 'RECEIVABLE'), 0) as receivable,
                coalesce(sum(amount) filter (where credit = 'UNASSIGNED_RECEIPTS'), 0)
                    - coalesce(sum(amount) filter (where debit = 'UNASSIGNED_RECEIPTS'), 0) as unassigned
            from yiban.ledger_posting
            """;

    private final JdbcClient jdbc;
    private final Postings postings;

    Ledger(JdbcClient jdbc, Postings postings) {
        this.jdbc = jdbc;
        this.postings = postings;
    }

    /**
     * Records that a personal account gave money back.
     *
     * @param amount yuan, more than nothing, to the cent
     * @param reference unique for the recovery: recorded twice, it is one
     * @throws ProblemException CONFLICT if the reference stands for another case or amount
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recovered(CaseNumber caseNumber, RegionCode pool, BigDecimal amount, String reference) {
        BigDecimal exact = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (!postings.recovery(pool, caseNumber, exact, reference) && !same(caseNumber, exact, reference)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "reference", reference, "这笔收回已按另一案件或金额入账");
        }
    }

    /**
     * Records that the balance of a personal account arrived from another pool.
     *
     * @param reference unique for what arrived: recorded twice, it is one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void balanceArrived(CaseNumber caseNumber, RegionCode pool, BigDecimal amount, String reference) {
        postings.ofBalance(
                pool,
                caseNumber,
                PostingKind.BALANCE_ARRIVED,
                amount.setScale(CENTS, RoundingMode.UNNECESSARY),
                reference);
    }

    /** Records that what arrived was credited to the personal account, likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void balanceCredited(CaseNumber caseNumber, RegionCode pool, BigDecimal amount, String reference) {
        postings.ofBalance(
                pool,
                caseNumber,
                PostingKind.BALANCE_CREDITED,
                amount.setScale(CENTS, RoundingMode.UNNECESSARY),
                reference);
    }

    /** Records that contributions which came in were credited to the personal account, likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contributionCredited(CaseNumber caseNumber, RegionCode pool, BigDecimal amount, String reference) {
        postings.ofBalance(
                pool,
                caseNumber,
                PostingKind.CONTRIBUTION_CREDITED,
                amount.setScale(CENTS, RoundingMode.UNNECESSARY),
                reference);
    }

    /** How the money of a case stands. */
    public Standing of(CaseNumber caseNumber) {
        return jdbc.sql(STANDING + "where case_number = ?")
                .param(caseNumber.value())
                .query(Ledger::standing)
                .single();
    }

    /** How the money of a pool stands. */
    public Standing of(RegionCode pool) {
        return jdbc.sql(STANDING + "where pool = ?")
                .param(pool.value())
                .query(Ledger::standing)
                .single();
    }

    /** How the money given back of a payment stands; nothing is recovered by payment, so the last three are nothing. */
    public Standing ofPayment(long paymentId) {
        return jdbc.sql("""
                        select coalesce(sum(c.amount) filter (where o.state in ('OPEN', 'BATCHED', 'REJECTED')), 0.00) as waiting,
                            coalesce(sum(c.amount) filter (where o.state in ('SENT', 'UNKNOWN')), 0.00) as in_transit,
                            coalesce(sum(c.amount) filter (where o.state = 'PAID'), 0.00) as refunded,
                            0.00 as recovered, 0.00 as receivable, 0.00 as unassigned
                        from yiban.month_claim c join yiban.payment_order o on o.id = c.order_id
                        where c.payment_id = ? and c.released_at is null
                        """).param(paymentId).query(Ledger::standing).single();
    }

    /** The balance of each account of a pool, yuan: debits less credits. They sum to nothing. */
    public Map<Account, BigDecimal> balances(RegionCode pool) {
        Map<Account, BigDecimal> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, BigDecimal.ZERO.setScale(CENTS));
        }
        jdbc.sql("select account, sum(amount) as balance from yiban.ledger_entry where pool = ? group by account")
                .param(pool.value())
                .query(row -> {
                    balances.put(Account.valueOf(row.getString("account")), row.getBigDecimal("balance"));
                });
        return balances;
    }

    /** The transactions of a case in their order. */
    public List<Posting> postings(CaseNumber caseNumber) {
        return jdbc.sql("select posted_at, kind, debit, credit, amount, reference from yiban.ledger_posting"
                        + " where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, i) -> new Posting(
                        OrderRows.moment(row, "posted_at"),
                        PostingKind.valueOf(row.getString("kind")),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        row.getBigDecimal("amount"),
                        row.getString("reference")))
                .list();
    }

    private boolean same(CaseNumber caseNumber, BigDecimal amount, String reference) {
        return jdbc.sql("""
                        select case_number = ? and amount = ? from yiban.ledger_posting
                        where reference = ? and kind = 'RECOVERED_FROM_ACCOUNT'
                        """)
                .params(caseNumber.value(), amount, reference)
                .query(Boolean.class)
                .single();
    }

    private static Standing standing(ResultSet row, int index) throws SQLException {
        return new Standing(
                row.getBigDecimal("waiting").setScale(CENTS),
                row.getBigDecimal("in_transit").setScale(CENTS),
                row.getBigDecimal("refunded").setScale(CENTS),
                row.getBigDecimal("recovered").setScale(CENTS),
                row.getBigDecimal("receivable").setScale(CENTS),
                row.getBigDecimal("unassigned").setScale(CENTS));
    }
}
