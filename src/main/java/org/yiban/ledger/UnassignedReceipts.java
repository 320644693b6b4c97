package org.yiban.ledger;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * Money that came in and closes nothing (待处理收款): late, twice, beyond what was asked for, or given up by its case. It stands
 * on an account of its own until it is counted after all or has gone back. Every change joins the transaction of its caller;
 * done twice, it is done once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnassignedReceipts {

    private static final String OPEN = """
        (select coalesce(sum(case when p.credit = 'UNASSIGNED_RECEIPTS' then p.amount else -p.amount end), 0.00)
         from yiban.ledger_posting p where p.case_number = r.case_number and p.reference = r.reference
         and (p.debit = 'UNASSIGNED_RECEIPTS' or p.credit = 'UNASSIGNED_RECEIPTS'))
        """;

    private final JdbcClient jdbc;
    private final Postings postings;

    UnassignedReceipts(JdbcClient jdbc, Postings postings) {
        this.jdbc = jdbc;
        this.postings = postings;
    }

    /** Under what a receipt stands that came for an order. */
    public static String reference(String orderKey, String receipt) {
        return orderKey + " " + receipt;
    }

    /** Money came for an order and closes nothing; whether it was new. */
    boolean hold(CollectionOrder order, BigDecimal amount, String receipt, LocalDate receivedOn) {
        return add(
                order.caseNumber(),
                order.pool(),
                PostingKind.RECEIPT_HELD,
                new Stated(reference(order.key(), receipt), amount, receivedOn));
    }

    /** What was held under a reference, and of the same receipt beyond it, yuan; nothing if it is not known. */
    BigDecimal held(CaseNumber number, String reference) {
        return jdbc.sql("select coalesce(sum(p.amount), 0.00) from yiban.ledger_posting p where p.case_number = ?"
                        + " and p.kind = 'RECEIPT_HELD' and (p.reference = ? or starts_with(p.reference, ?))")
                .params(number.value(), reference, reference + "（")
                .query(BigDecimal.class)
                .single();
    }

    /**
     * What came in as contributions closes nothing after all.
     *
     * @param reference see {@link #reference}, or any words that name it within its case
     */
    public void release(CaseNumber number, RegionCode pool, String reference, BigDecimal amount, LocalDate receivedOn) {
        add(number, pool, PostingKind.RECEIPT_RELEASED, new Stated(reference, amount, receivedOn));
    }

    /** It counts as contributions after all. */
    public void count(CaseNumber number, String reference) {
        clear(number, reference, PostingKind.RECEIPT_COUNTED);
    }

    /** It has gone back, otherwise than by a payment order of ours: by the tax bureau, for instance. */
    public void returned(CaseNumber number, String reference) {
        clear(number, reference, PostingKind.RECEIPT_RETURNED);
    }

    /** How much of a receipt is open; empty if there is none of that reference. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Open> find(CaseNumber number, String reference) {
        return jdbc.sql("select r.*, " + OPEN + " as open from yiban.unassigned_receipt r"
                        + " where r.case_number = ? and r.reference = ?")
                .params(number.value(), reference)
                .query(UnassignedReceipts::open)
                .optional();
    }

    /** It goes back by a refund: it has gone once that is paid. */
    public void goesBackBy(CaseNumber number, String reference, CaseNumber refund) {
        lock(number, reference).ifPresent(open -> {
            jdbc.sql("update yiban.unassigned_receipt set refund_case = ? where id = ?")
                    .params(refund.value(), open.id())
                    .update();
            refunded(refund);
        });
    }

    @EventListener
    void on(OrderSettled settled) {
        if (settled.state() == OrderState.PAID) {
            refunded(settled.caseNumber());
        }
    }

    private boolean add(CaseNumber number, RegionCode pool, PostingKind kind, Stated stated) {
        boolean isNew = jdbc.sql("""
            insert into yiban.unassigned_receipt (case_number, pool, reference, amount, received_on)
            values (?, ?, ?, ?, ?) on conflict (case_number, reference) do nothing
            """)
                        .params(
                                number.value(),
                                pool.value(),
                                stated.reference(),
                                stated.amount(),
                                Date.valueOf(stated.receivedOn()))
                        .update()
                == 1;
        if (isNew) {
            postings.ofReceipt(pool, number, kind, stated.amount(), stated.reference());
        }
        return isNew;
    }

    private void clear(CaseNumber number, String reference, PostingKind kind) {
        lock(number, reference)
                .filter(open -> open.amount().signum() > 0)
                .ifPresent(open -> postings.ofReceipt(open.pool(), number, kind, open.amount(), reference));
    }

    /** What a refund has paid goes off the receipts that it gives back, the oldest first. */
    private void refunded(CaseNumber refund) {
        List<Open> receipts = jdbc.sql("select r.*, " + OPEN + " as open from yiban.unassigned_receipt r"
                        + " where r.refund_case = ? order by r.id for update of r")
                .param(refund.value())
                .query(UnassignedReceipts::open)
                .list();
        if (receipts.isEmpty()) {
            return;
        }
        BigDecimal left = notYetCleared(refund);
        for (Open receipt : receipts) {
            BigDecimal of = receipt.amount().min(left);
            if (of.signum() > 0) {
                postings.ofReceipt(
                        receipt.pool(), receipt.caseNumber(), PostingKind.RECEIPT_REFUNDED, of, receipt.reference());
                left = left.subtract(of);
            }
        }
    }

    private BigDecimal notYetCleared(CaseNumber refund) {
        return jdbc.sql("""
            select coalesce((select sum(o.amount) from yiban.payment_order o
                    where o.case_number = :refund and o.state = 'PAID'), 0.00)
                - coalesce((select sum(p.amount) from yiban.unassigned_receipt r
                    join yiban.ledger_posting p on p.case_number = r.case_number and p.reference = r.reference
                        and p.kind = 'RECEIPT_REFUNDED'
                    where r.refund_case = :refund), 0.00)
            """)
                .param("refund", refund.value())
                .query(BigDecimal.class)
                .single();
    }

    private Optional<Open> lock(CaseNumber number, String reference) {
        return jdbc.sql("select r.*, " + OPEN + " as open from yiban.unassigned_receipt r"
                        + " where r.case_number = ? and r.reference = ? for update of r")
                .params(number.value(), reference)
                .query(UnassignedReceipts::open)
                .optional();
    }

    private static Open open(ResultSet row, int index) throws SQLException {
        String refund = row.getString("refund_case");
        return new Open(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getString("reference"),
                row.getBigDecimal("open"),
                row.getObject("received_on", LocalDate.class),
                refund == null ? null : new CaseNumber(refund));
    }

    private record Stated(String reference, BigDecimal amount, LocalDate receivedOn) {}

    /**
     * A receipt that closes nothing.
     *
     * @param reference the receipt, with the order it came for
     * @param amount what of it is open, yuan
     * @param refundCase the refund by which it goes back; {@code null} if nobody has said one
     */
    public record Open(
            long id,
            CaseNumber caseNumber,
            RegionCode pool,
            String reference,
            BigDecimal amount,
            LocalDate receivedOn,
            CaseNumber refundCase) {

        /** The receipt alone. */
        public String receipt() {
            return reference.substring(reference.indexOf(' ') + 1);
        }
    }
}
