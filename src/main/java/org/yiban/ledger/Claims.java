package org.yiban.ledger;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/**
 * Which case gives back which months. A month of a payment is claimed by one case at a time, and for good once an order
 * has paid it. Every change joins the transaction of its caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Claims {

    private static final String STATED =
            "unnest(?::bigint[], ?::date[], ?::numeric[]) as stated (payment, month, amount)";

    private static final String CLAIM =
            "insert into yiban.month_claim (payment_id, month, amount, case_number, order_id, claimed_at)"
                    + " select payment, month, amount, ?, ?, ? from " + STATED
                    + " on conflict (payment_id, month) where released_at is null do nothing";
    private static final String TAKE = "update yiban.month_claim c set order_id = ? from " + STATED
            + " where c.payment_id = stated.payment and c.month = stated.month and c.amount = stated.amount"
            + " and c.case_number = ? and c.order_id is null and c.released_at is null";

    private final JdbcClient jdbc;
    private final PendingWrites writes;
    private final BusinessTime time;

    Claims(JdbcClient jdbc, PendingWrites writes, BusinessTime time) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.time = time;
    }

    /**
     * Claims months for a case; what the case has claimed with the same amounts already stays as it is. Waits for another
     * transaction that is claiming the same months. The claim is made before the next thing that is read, or at the end of
     * the transaction; months that are claimed or refunded already make it fail then.
     *
     * @throws ProblemException CONFLICT naming those months
     */
    public void claim(CaseNumber caseNumber, List<MonthShare> months) {
        claim(caseNumber, months, null);
    }

    private void claim(CaseNumber caseNumber, List<MonthShare> months, Long orderId) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(caseNumber.value());
        parameters.add(orderId);
        parameters.add(time.now().toOffsetDateTime());
        parameters.addAll(columns(months));
        writes.later(new Claim(caseNumber, months), CLAIM, parameters, claimed -> {
            if (claimed < months.size()) {
                refuseMonthsOfOthers(caseNumber, months);
            }
        });
    }

    /** Whether the claim of these very months still waits to be made: it need not be, the order of the months makes it. */
    boolean takeBack(CaseNumber caseNumber, List<MonthShare> months) {
        return writes.takeBack(new Claim(caseNumber, months));
    }

    private record Claim(CaseNumber caseNumber, List<MonthShare> months) {}

    /** Gives back the months of a case that no order pays; months that an order pays stay until it is cancelled. */
    public void release(CaseNumber caseNumber) {
        jdbc.sql("""
                        update yiban.month_claim set released_at = ?
                        where case_number = ? and order_id is null and released_at is null
                        """).params(time.now().toOffsetDateTime(), caseNumber.value()).update();
    }

    /** What was paid back of a payment, yuan. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public BigDecimal refunded(long paymentId) {
        return jdbc.sql("""
                        select coalesce(sum(c.amount), 0.00) from yiban.month_claim c
                        join yiban.payment_order o on o.id = c.order_id
                        where c.payment_id = ? and c.released_at is null and o.state = 'PAID'
                        """).param(paymentId).query(BigDecimal.class).single();
    }

    /** The months of a payment that are claimed or refunded, earliest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<YearMonth> claimed(long paymentId) {
        return jdbc.sql(
                        "select month from yiban.month_claim where payment_id = ? and released_at is null order by month")
                .param(paymentId)
                .query((row, i) -> YearMonth.from(row.getDate("month").toLocalDate()))
                .list();
    }

    /** The same of many payments; those of which nothing is claimed are absent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<Long, List<YearMonth>> claimed(Collection<Long> paymentIds) {
        Map<Long, List<YearMonth>> claimed = new HashMap<>();
        writes.query(
                        "select payment_id, month from yiban.month_claim"
                                + " where payment_id = any (?) and released_at is null order by payment_id, month",
                        Collections.singletonList(paymentIds.toArray(Long[]::new)),
                        (row, i) -> Map.entry(
                                row.getLong("payment_id"),
                                YearMonth.from(row.getDate("month").toLocalDate())))
                .forEach(month -> claimed.computeIfAbsent(month.getKey(), id -> new ArrayList<>())
                        .add(month.getValue()));
        return claimed;
    }

    /** Claims the months of a case for the order that pays them; when as above. */
    void claimFor(long orderId, CaseNumber caseNumber, List<MonthShare> months) {
        claim(caseNumber, months, orderId);
    }

    /** Puts the months of a case under the order that pays them, claiming those that are not claimed yet; when as above. */
    void putUnder(long orderId, CaseNumber caseNumber, List<MonthShare> months) {
        take(orderId, caseNumber, months, taken -> {
            if (taken < months.size()) {
                claim(caseNumber, months);
                take(orderId, caseNumber, months, more -> requireAll(taken + more, caseNumber, months));
            }
        });
    }

    private static void requireAll(int taken, CaseNumber caseNumber, List<MonthShare> months) {
        if (taken < months.size()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "months", null, "案件 " + caseNumber + " 已有其他付款单支付这些月份，不能再付");
        }
    }

    private void take(long orderId, CaseNumber caseNumber, List<MonthShare> months, IntConsumer taken) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(orderId);
        parameters.addAll(columns(months));
        parameters.add(caseNumber.value());
        writes.later(TAKE, parameters, taken);
    }

    /** Gives back the months that an order would have paid. */
    void releaseOf(long orderId) {
        jdbc.sql("update yiban.month_claim set released_at = ? where order_id = ? and released_at is null")
                .params(time.now().toOffsetDateTime(), orderId)
                .update();
    }

    /** The arrays that {@link #STATED} reads. */
    private static List<Object> columns(List<MonthShare> months) {
        return List.of(
                months.stream().map(MonthShare::paymentId).toArray(Long[]::new),
                months.stream()
                        .map(share -> Date.valueOf(share.month().atDay(1)))
                        .toArray(Date[]::new),
                months.stream().map(MonthShare::amount).toArray(BigDecimal[]::new));
    }

    private void refuseMonthsOfOthers(CaseNumber caseNumber, List<MonthShare> months) {
        List<String> taken = jdbc.sql(
                        "select c.month, c.case_number, coalesce(o.state = 'PAID', false) as paid from " + STATED
                                + " join yiban.month_claim c on c.payment_id = stated.payment and c.month = stated.month"
                                + " and c.released_at is null left join yiban.payment_order o on o.id = c.order_id"
                                + " where c.case_number <> ? or c.amount <> stated.amount order by c.month")
                .params(columns(months))
                .param(caseNumber.value())
                .query((row, i) -> "%s（案件 %s%s）"
                        .formatted(
                                YearMonth.from(row.getDate("month").toLocalDate()),
                                row.getString("case_number"),
                                row.getBoolean("paid") ? "，已退" : ""))
                .list();
        if (!taken.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "months",
                    months.stream().map(share -> share.month().toString()).collect(Collectors.joining("、")),
                    "以下月份已经退过或正在办理退费，不能再退：" + String.join("、", taken));
        }
    }
}
