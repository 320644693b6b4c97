package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Money;
import org.yiban.policy.counting.Months;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/**
 * {@code refund-amount}: how much of a payment is given back. Arithmetic alone: the table says from and to which month,
 * and whether the personal account is recovered. The payment is spread evenly over its months; never more than was
 * paid.
 */
final class RefundAmountFamily implements Family {

    private static final String REQUESTED_ON = "requestedOn";
    private static final String REFUND_SCOPE = "refundScope";
    private static final String PAID_AMOUNT = "paidAmount";
    private static final String PAID_FROM = "paidFrom";
    private static final String PAID_TO = "paidTo";
    private static final String EVENT_MONTH = "eventMonth";
    private static final String EVENT_UNTIL = "eventUntil";
    private static final String ACCOUNT_CREDITED = "accountCredited";

    private static final String REFUND_AMOUNT = "refundAmount";
    /** First and last day of the months that are given back; beside the contract, so that they can be claimed. */
    private static final String REFUND_FROM = "refundFrom";

    private static final String REFUND_UNTIL = "refundUntil";
    private static final String START_FROM = "startFrom";
    private static final String END_WITH = "endWith";
    private static final String CLAWBACK = "clawback";

    @Override
    public String name() {
        return "refund-amount";
    }

    @Override
    public String label() {
        return "退费金额";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.date(REQUESTED_ON, "申请日期").required(),
                Shared.refundScope(),
                Fact.money(PAID_AMOUNT, "个人实缴金额"),
                Fact.month(PAID_FROM, "所缴费用的起始月"),
                Fact.month(PAID_TO, "所缴费用的终止月"),
                Fact.month(EVENT_MONTH, "事由发生月"),
                Fact.month(EVENT_UNTIL, "事由结束月").orNone(),
                Fact.money(ACCOUNT_CREDITED, "已划入个人账户的金额"));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.months("refundMonths", "退费月数", "退 {}的费用"),
                Result.date(REFUND_FROM, "退费起始日", null),
                Result.date(REFUND_UNTIL, "退费终止日", null),
                Result.money(REFUND_AMOUNT, "退费金额", "退 {}"),
                Result.money("clawbackAmount", "个人账户收回金额", "从个人账户收回 {}").zeroSaid("个人账户不用收回"));
    }

    @Override
    public String regionFact() {
        return null;
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.choice(START_FROM, "WHOLE_PAYMENT", "EVENT_MONTH", "MONTH_AFTER_EVENT"),
                TableOutput.choice(END_WITH, "LAST_PAID_MONTH", "DECEMBER_OF_EVENT_YEAR", "EVENT_UNTIL"),
                TableOutput.flag(CLAWBACK));
    }

    @Override
    public String businessDateFact() {
        return REQUESTED_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        Shared.inOrder(this, facts, PAID_FROM, PAID_TO, violations);
        Shared.inOrder(this, facts, EVENT_MONTH, EVENT_UNTIL, violations);
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        if (row.states(Result.OUTCOME)) {
            return Map.of();
        }
        boolean whole = row.text(START_FROM).equals("WHOLE_PAYMENT");
        boolean clawback = row.flag(CLAWBACK);
        List<String> needed = new ArrayList<>(List.of(PAID_AMOUNT));
        if (!whole) {
            needed.addAll(List.of(PAID_FROM, PAID_TO, EVENT_MONTH));
        }
        if (clawback) {
            needed.add(ACCOUNT_CREDITED);
        }
        facts.need(needed.toArray(String[]::new));

        Map<String, Object> results = new LinkedHashMap<>();
        BigDecimal paidAmount = facts.decimal(PAID_AMOUNT);
        if (whole) {
            results.put(REFUND_AMOUNT, Money.toCents(paidAmount));
            steps.add(REFUND_AMOUNT, "全部退还实缴的 {0} 元", Money.toCents(paidAmount));
        } else {
            Months paid = new Months(facts.month(PAID_FROM), facts.month(PAID_TO));
            Months refunded = new Months(start(facts, row), end(facts, row)).within(paid);
            BigDecimal amount = Money.share(paidAmount, refunded.count(), paid.count());
            results.put("refundMonths", refunded.count());
            results.put(REFUND_AMOUNT, amount);
            putMonths(results, refunded);
            explain(paid, refunded, steps);
            explain(paidAmount, refunded.count(), paid.count(), amount, steps);
        }
        if (clawback) {
            steps.add("clawbackAmount", "划入个人账户的 {0} 元要收回", Money.toCents(facts.decimal(ACCOUNT_CREDITED)));
        }
        results.put("clawbackAmount", clawback ? Money.toCents(facts.decimal(ACCOUNT_CREDITED)) : Money.NONE);
        return results;
    }

    private static void putMonths(Map<String, Object> results, Months refunded) {
        if (refunded.count() > 0) {
            results.put(REFUND_FROM, refunded.first().atDay(1).toString());
            results.put(REFUND_UNTIL, refunded.last().atEndOfMonth().toString());
        }
    }

    private static void explain(Months paid, Months refunded, Steps steps) {
        if (refunded.count() == 0) {
            steps.add("refundMonths", "所缴的是{0}至{1}的费用，要退的月份不在其中", paid.first(), paid.last());
        } else {
            steps.add(
                    "refundMonths",
                    refunded.count() == 1
                            ? "所缴的是{0}至{1}的费用，共 {2} 个月，其中要退的是{3}，1 个月"
                            : "所缴的是{0}至{1}的费用，共 {2} 个月，其中{3}至{4}要退，共 {5} 个月",
                    paid.first(),
                    paid.last(),
                    paid.count(),
                    refunded.first(),
                    refunded.last(),
                    refunded.count());
        }
    }

    private static void explain(BigDecimal paid, int months, int of, BigDecimal amount, Steps steps) {
        boolean exact =
                amount.multiply(BigDecimal.valueOf(of)).compareTo(paid.multiply(BigDecimal.valueOf(months))) == 0;
        steps.addRounded(
                REFUND_AMOUNT,
                exact ? amount : null,
                "{0} 元 × {1} 个月 ÷ {2} 个月 = {3} 元",
                Money.toCents(paid),
                months,
                of,
                amount);
    }

    private static YearMonth start(Facts facts, Row row) {
        YearMonth event = facts.month(EVENT_MONTH);
        return switch (row.text(START_FROM)) {
            case "EVENT_MONTH" -> event;
            case "MONTH_AFTER_EVENT" -> event.plusMonths(1);
            default -> throw row.unknown(START_FROM);
        };
    }

    private static YearMonth end(Facts facts, Row row) {
        return switch (row.text(END_WITH)) {
            case "LAST_PAID_MONTH" -> facts.month(PAID_TO);
            case "DECEMBER_OF_EVENT_YEAR" -> facts.month(EVENT_MONTH).withMonth(Month.DECEMBER.getValue());
            case "EVENT_UNTIL" -> facts.states(EVENT_UNTIL) ? facts.month(EVENT_UNTIL) : facts.month(PAID_TO);
            default -> throw row.unknown(END_WITH);
        };
    }
}
