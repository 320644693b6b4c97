package org.yiban.ledger;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** Writes postings. Each is a whole transaction: it debits one account and credits another by the same amount. */
@Component
class Postings {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Postings(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void ofOrder(PaymentOrder order, PostingKind kind, String reference) {
        insert(order.pool(), order.caseNumber(), kind, order.amount(), order.id(), order.attempt(), null, reference);
    }

    void ofCollection(CollectionOrder order, PostingKind kind, BigDecimal amount, String reference) {
        insert(order.pool(), order.caseNumber(), kind, amount, null, null, order.id(), reference);
    }

    /** One under a reference that may come twice; whether it was new. */
    boolean recovery(RegionCode pool, CaseNumber caseNumber, BigDecimal amount, String reference) {
        PostingKind kind = PostingKind.RECOVERED_FROM_ACCOUNT;
        return jdbc.sql("""
                        insert into yiban.ledger_posting
                            (pool, case_number, kind, debit, credit, amount, reference, posted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (reference) where kind = 'RECOVERED_FROM_ACCOUNT' do nothing
                        """)
                        .params(
                                pool.value(),
                                caseNumber.value(),
                                kind.name(),
                                kind.debit().name(),
                                kind.credit().name(),
                                amount,
                                reference,
                                time.now().toOffsetDateTime())
                        .update()
                == 1;
    }

    /** What moves between funds and personal accounts, under a reference that may come twice. */
    void ofBalance(RegionCode pool, CaseNumber caseNumber, PostingKind kind, BigDecimal amount, String reference) {
        jdbc.sql("""
            insert into yiban.ledger_posting
                (pool, case_number, kind, debit, credit, amount, reference, posted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, reference)
                where kind in ('BALANCE_ARRIVED', 'BALANCE_CREDITED', 'CONTRIBUTION_CREDITED') do nothing
            """)
                .params(
                        pool.value(),
                        caseNumber.value(),
                        kind.name(),
                        kind.debit().name(),
                        kind.credit().name(),
                        amount,
                        reference,
                        time.now().toOffsetDateTime())
                .update();
    }

    /** What becomes of a receipt that closes nothing. */
    void ofReceipt(RegionCode pool, CaseNumber caseNumber, PostingKind kind, BigDecimal amount, String reference) {
        insert(pool, caseNumber, kind, amount, null, null, null, reference);
    }

    private void insert(
            RegionCode pool,
            CaseNumber caseNumber,
            PostingKind kind,
            BigDecimal amount,
            Long orderId,
            Integer attempt,
            Long collectionId,
            String reference) {
        jdbc.sql("""
                        insert into yiban.ledger_posting
                            (pool, case_number, kind, debit, credit, amount, order_id, attempt, collection_id, reference, posted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pool.value(),
                        caseNumber.value(),
                        kind.name(),
                        kind.debit().name(),
                        kind.credit().name(),
                        amount,
                        orderId,
                        attempt,
                        collectionId,
                        reference,
                        time.now().toOffsetDateTime())
                .update();
    }
}
