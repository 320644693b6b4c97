package org.yiban.ledger;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Claims(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Claims months for a case; what the case has claimed with the same amounts already stays as it is. Waits for another
     * transaction that is claiming the same months.
     *
     * @throws ProblemException CONFLICT naming the months that are claimed or refunded already
     */
    public void claim(CaseNumber caseNumber, List<MonthShare> months) {
        int claimed = jdbc.sql("insert into yiban.month_claim (payment_id, month, amount, case_number, claimed_at)"
                        + " select payment, month, amount, ?, ? from " + STATED
                        + " on conflict (payment_id, month) where released_at is null do nothing")
                .params(caseNumber.value(), time.now().toOffsetDateTime())
                .params(columns(months))
                .update();
        if (claimed < months.size()) {
            refuseMonthsOfOthers(caseNumber, months);
        }
    }

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
        jdbc.sql("select payment_id, month from yiban.month_claim where payment_id = any (?) and released_at is null"
                        + " order by payment_id, month")
                .param(paymentIds.toArray(Long[]::new))
                .query(row -> {
                    claimed.computeIfAbsent(row.getLong("payment_id"), id -> new ArrayList<>())
                            .add(YearMonth.from(row.getDate("month").toLocalDate()));
                });
        return claimed;
    }

    /** Puts the months of a case under the order that pays them, claiming those that are not claimed yet. */
    void putUnder(long orderId, CaseNumber caseNumber, List<MonthShare> months) {
        int taken = take(orderId, caseNumber, months);
        if (taken < months.size()) {
            claim(caseNumber, months);
            taken += take(orderId, caseNumber, months);
        }
        if (taken < months.size()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "months", null, "案件 " + caseNumber + " 已有其他付款单支付这些月份，不能再付");
        }
    }

    private int take(long orderId, CaseNumber caseNumber, List<MonthShare> months) {
        return jdbc.sql("update yiban.month_claim c set order_id = ? from " + STATED
                        + " where c.payment_id = stated.payment and c.month = stated.month and c.amount = stated.amount"
                        + " and c.case_number = ? and c.order_id is null and c.released_at is null")
                .param(orderId)
                .params(columns(months))
                .param(caseNumber.value())
                .update();
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
