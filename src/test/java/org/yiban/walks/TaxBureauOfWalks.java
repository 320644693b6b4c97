package org.yiban.walks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionState;

/** The tax bureau of a walk, which keeps what it took in and says so as it likes. */
@Component
@Lazy
class TaxBureauOfWalks {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal HALVES = BigDecimal.valueOf(2);

    private final CollectionOrders orders;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    private final Map<String, Word> last = new HashMap<>();
    private final Map<String, BigDecimal> tookIn = new HashMap<>();
    private long before;
    private int receipts;

    TaxBureauOfWalks(CollectionOrders orders, TransactionTemplate transaction, JdbcClient jdbc, BusinessTime time) {
        this.orders = orders;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** It has taken nothing in yet. */
    void begin() {
        last.clear();
        tookIn.clear();
        receipts = 0;
        before = jdbc.sql("select coalesce(max(id), 0) from yiban.outbox")
                .query(Long.class)
                .single();
    }

    /** What the walk asked of partners is not sent to them: it speaks for them. */
    void end() {
        jdbc.sql("update yiban.outbox set refused_at = now() where partner is not null and delivered_at is null"
                        + " and refused_at is null and id > ?")
                .param(before)
                .update();
    }

    /** What it took in for a case, yuan. */
    BigDecimal tookIn(String caseNumber) {
        return tookIn.getOrDefault(caseNumber, NOTHING);
    }

    /** Says something about one of the orders of cases; nothing if there are none. */
    void say(List<String> cases, int choice, int manner) {
        List<Order> all = orders(cases);
        if (!all.isEmpty()) {
            Order order = all.get(choice % all.size());
            if (order.open()) {
                first(order, manner);
            } else {
                again(order, manner);
            }
        }
    }

    /** Whatever is open is paid in full today. */
    boolean payAll(List<String> cases) {
        List<Order> open = orders(cases).stream().filter(Order::open).toList();
        open.forEach(order -> paid(order, time.today()));
        return !open.isEmpty();
    }

    private void first(Order order, int manner) {
        switch (manner) {
            case 5, 6 -> part(order);
            case 7 -> paid(order, order.lastDay().plusDays(1));
            case 8 -> say(order, new Word(CollectionState.EXPIRED, NOTHING, null, null));
            case 9 -> {
                paid(order, time.today());
                paid(order, time.today());
            }
            default -> paid(order, time.today());
        }
    }

    private void again(Order order, int manner) {
        Word said = last.get(order.key());
        if (said != null && manner < 4) {
            say(order, said);
        } else if (manner < 7) {
            paid(order, time.today());
        } else {
            part(order);
        }
    }

    private void paid(Order order, LocalDate on) {
        say(order, new Word(CollectionState.PAID, order.amount(), receipt(), on));
    }

    private void part(Order order) {
        BigDecimal half = order.amount().divide(HALVES, 2, RoundingMode.DOWN);
        if (half.signum() > 0) {
            say(order, new Word(CollectionState.PARTLY, half, receipt(), time.today()));
        }
    }

    private String receipt() {
        return "SJ-" + ++receipts;
    }

    private void say(Order order, Word word) {
        boolean repeated = word.equals(last.get(order.key()));
        transaction.executeWithoutResult(
                status -> orders.settle(order.key(), word.state(), word.amount(), word.receipt(), word.on()));
        last.put(order.key(), word);
        if (!repeated) {
            tookIn.merge(order.caseNumber(), word.amount(), BigDecimal::add);
        }
    }

    private List<Order> orders(List<String> cases) {
        return jdbc.sql("""
                        select order_key, case_number, amount, last_day, state = 'OPEN' from yiban.collection_order
                        where case_number = any (?) order by id
                        """)
                .param(cases.toArray(String[]::new))
                .query((row, i) -> new Order(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5)))
                .list();
    }

    private record Order(String key, String caseNumber, BigDecimal amount, LocalDate lastDay, boolean open) {}

    private record Word(CollectionState state, BigDecimal amount, String receipt, LocalDate on) {}
}
