package org.yiban.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.ReceiptUnassigned.Why;
import org.yiban.region.RegionCode;

/**
 * Money that is to come in: recoveries that a personal account did not cover, gap payments, lump sums. Every change joins
 * the transaction of its caller and posts its entries in it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CollectionOrders {

    private static final int CENTS = 2;
    private static final String SELECT = """
        select id, order_key, purpose, case_number, pool, person_id, amount, last_day, state, collected, receipt,
            received_on, ordered_at, settled_at
        from yiban.collection_order
        """;

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final Postings postings;
    private final UnassignedReceipts unassigned;
    private final ApplicationEventPublisher events;

    CollectionOrders(
            JdbcClient jdbc,
            BusinessTime time,
            Postings postings,
            UnassignedReceipts unassigned,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.time = time;
        this.postings = postings;
        this.unassigned = unassigned;
        this.events = events;
    }

    /**
     * Orders money to come in; under a key that was used already it is the order of then.
     *
     * @param purpose what the money is
     * @param amount yuan, more than nothing, to the cent
     * @param lastDay until when it may come in
     * @throws ProblemException CONFLICT if the key stands for another case or amount
     */
    public CollectionOrder order(
            String key,
            CollectionPurpose purpose,
            CaseNumber caseNumber,
            RegionCode pool,
            long personId,
            BigDecimal amount,
            LocalDate lastDay) {
        int inserted = jdbc.sql("""
            insert into yiban.collection_order
                (order_key, purpose, case_number, pool, person_id, amount, last_day, ordered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (order_key) do nothing
            """)
                .params(
                        key,
                        purpose.name(),
                        caseNumber.value(),
                        pool.value(),
                        personId,
                        amount.setScale(CENTS, RoundingMode.UNNECESSARY),
                        Date.valueOf(lastDay),
                        now())
                .update();
        CollectionOrder order = require(key);
        if (inserted == 1) {
            postings.ofCollection(order, order.purpose().ordered(), order.amount(), key);
            events.publishEvent(new CollectionOrdered(order));
        } else if (!order.caseNumber().equals(caseNumber) || order.amount().compareTo(amount) != 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "order", key, "这个收款单号已用于另一笔收款：" + order.amount() + " 元");
        }
        return order;
    }

    /**
     * Records what came in, once. A second statement that says the same changes nothing; money that closes nothing stands
     * among the {@link UnassignedReceipts}.
     *
     * @param collected yuan: the whole amount if PAID, or more if it is contributions; less but something if PARTLY, nothing
     *     if EXPIRED
     * @param receipt number of the receipt; {@code null} if nothing came in
     * @param receivedOn the day on which it came in; {@code null} if nothing did
     * @throws ProblemException INVALID_INPUT if state and amount do not fit
     */
    public Settlement.Effect settle(
            String key, CollectionState state, BigDecimal amount, String receipt, LocalDate receivedOn) {
        CollectionOrder order = lock(key);
        requireFits(order, state, amount);
        BigDecimal collected = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (order.state() != CollectionState.OPEN) {
            return saidOnceMore(order, state, collected, receipt, receivedOn);
        }
        BigDecimal due = collected.min(order.amount());
        jdbc.sql("update yiban.collection_order set state = ?, collected = ?, receipt = ?, received_on = ?,"
                        + " settled_at = ? where id = ?")
                .params(state.name(), due, receipt, receivedOn, now(), order.id())
                .update();
        if (due.signum() > 0) {
            postings.ofCollection(order, PostingKind.COLLECTED, due, receipt);
            postings.ofCollection(order, order.purpose().received(), due, receipt);
        }
        BigDecimal missing = order.amount().subtract(due);
        if (missing.signum() > 0) {
            postings.ofCollection(order, order.purpose().expired(), missing, key);
        }
        events.publishEvent(new CollectionSettled(order.caseNumber(), key, state, due));
        if (collected.compareTo(due) > 0) {
            hold(order, Why.SURPLUS, collected.subtract(due), upTo(receipt, collected), receivedOn);
        }
        return Settlement.Effect.SETTLED;
    }

    /** Under another receipt it is other money; under the same, only what is more than was known is new. */
    private Settlement.Effect saidOnceMore(
            CollectionOrder order, CollectionState state, BigDecimal collected, String receipt, LocalDate receivedOn) {
        boolean sameReceipt = Objects.equals(order.receipt(), receipt);
        String reference = UnassignedReceipts.reference(order.key(), receipt);
        BigDecimal known = unassigned.held(order.caseNumber(), reference);
        if (sameReceipt) {
            known = known.add(order.collected());
        }
        if (collected.compareTo(known) > 0) {
            Why why = order.state() == CollectionState.EXPIRED ? Why.LATE : Why.TWICE;
            if (known.signum() == 0) {
                hold(order, why, collected, receipt, receivedOn);
            } else {
                hold(order, Why.SURPLUS, collected.subtract(known), upTo(receipt, collected), receivedOn);
            }
        } else if (collected.compareTo(known) == 0 && (!sameReceipt || order.state() == state)) {
            return sameReceipt || collected.signum() > 0 ? Settlement.Effect.REPEATED : Settlement.Effect.CONTRADICTED;
        }
        return Settlement.Effect.CONTRADICTED;
    }

    /** Names what came by a receipt beyond what was asked for, or known before. */
    private static String upTo(String receipt, BigDecimal collected) {
        return receipt + "（多收至 " + collected + " 元）";
    }

    private void hold(CollectionOrder order, Why why, BigDecimal amount, String receipt, LocalDate receivedOn) {
        if (unassigned.hold(order, amount, receipt, receivedOn)) {
            events.publishEvent(
                    new ReceiptUnassigned(order.caseNumber(), order.key(), why, amount, receipt, receivedOn));
        }
    }

    /** The collection orders of a case, in their order. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CollectionOrder> of(CaseNumber caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? order by id")
                .param(caseNumber.value())
                .query(CollectionOrders::read)
                .list();
    }

    /** The collection orders of a pool, the open ones first, then the latest; at most as many as asked for. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CollectionOrder> ofPool(RegionCode pool, int most) {
        return jdbc.sql(SELECT + "where pool = ? order by settled_at is not null, id desc limit ?")
                .params(pool.value(), most)
                .query(CollectionOrders::read)
                .list();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CollectionOrder> find(String key) {
        return jdbc.sql(SELECT + "where order_key = ?")
                .param(key)
                .query(CollectionOrders::read)
                .optional();
    }

    /**
     * The order of a key.
     *
     * @throws ProblemException NOT_FOUND
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public CollectionOrder require(String key) {
        return find(key).orElseThrow(() -> unknown(key));
    }

    private CollectionOrder lock(String key) {
        return jdbc.sql(SELECT + "where order_key = ? for update")
                .param(key)
                .query(CollectionOrders::read)
                .optional()
                .orElseThrow(() -> unknown(key));
    }

    private static void requireFits(CollectionOrder order, CollectionState state, BigDecimal collected) {
        boolean fits =
                switch (state) {
                    case PAID ->
                        collected.compareTo(order.amount()) == 0
                                || order.purpose() == CollectionPurpose.CONTRIBUTION
                                        && collected.compareTo(order.amount()) > 0;
                    case PARTLY -> collected.signum() > 0 && collected.compareTo(order.amount()) < 0;
                    case EXPIRED -> collected.signum() == 0;
                    case OPEN -> false;
                };
        if (!fits || collected.stripTrailingZeros().scale() > CENTS) {
            throw ProblemException.invalid(
                    "amount",
                    collected.toPlainString(),
                    "与状态不符：应收 " + order.amount() + " 元；已收齐须等于应收（补缴可以多于应收），部分收到须大于 0 小于应收，逾期未收须为 0，至分");
        }
    }

    private static ProblemException unknown(String key) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "order", key, "没有这张收款单");
    }

    private static CollectionOrder read(ResultSet row, int index) throws SQLException {
        return new CollectionOrder(
                row.getLong("id"),
                row.getString("order_key"),
                CollectionPurpose.valueOf(row.getString("purpose")),
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                row.getBigDecimal("amount"),
                row.getDate("last_day").toLocalDate(),
                CollectionState.valueOf(row.getString("state")),
                row.getBigDecimal("collected"),
                row.getString("receipt"),
                row.getObject("received_on", LocalDate.class),
                OrderRows.moment(row, "ordered_at"),
                OrderRows.moment(row, "settled_at"));
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }
}
