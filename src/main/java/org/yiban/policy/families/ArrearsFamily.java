package org.yiban.policy.families;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Money;
import org.yiban.policy.counting.Months;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code arrears}: what unpaid months cost and what paying them later gives back. */
final class ArrearsFamily implements Family {

    private static final String PAID_ON = "paidOn";
    private static final String FIRST_UNPAID_MONTH = "firstUnpaidMonth";
    private static final String UNPAID_MONTHS = "unpaidMonths";
    private static final String PRICED_MONTHS = "pricedMonths";
    private static final String BASE = "base";
    private static final String UNIT_PART = "unitPart";
    private static final String DAYS_LATE = "daysLate";
    private static final String LOCAL_RATE = "localRate";

    private static final String RATE = "rate";
    private static final String AMOUNT = "amount";
    private static final String LATE_FEE = "lateFee";
    private static final String RATE_FROM = "rateFrom";
    private static final String DAILY_FEE_RATE = "dailyFeeRate";
    private static final String FEE_UP_TO_PRINCIPAL = "feeUpToPrincipal";

    @Override
    public String name() {
        return "arrears";
    }

    @Override
    public String label() {
        return "欠费补缴";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.choice(
                        "ground",
                        "欠费情形",
                        "NEVER_ENROLLED",
                        "单位未参保",
                        "UNIT_INTERRUPTION",
                        "单位中断",
                        "PERSONAL_GAP",
                        "个人断缴"),
                Shared.accountType(),
                Shared.identity(),
                Fact.date(PAID_ON, "补缴日期").required(),
                Fact.month(FIRST_UNPAID_MONTH, "第一个未缴月"),
                Fact.months(UNPAID_MONTHS, "未缴月数"),
                Fact.months(PRICED_MONTHS, "其中按这个基数补缴的月数").orNone(),
                Fact.money(BASE, "补缴基数（月）"),
                Fact.money(UNIT_PART, "单位欠缴的本金"),
                Fact.count(DAYS_LATE, "滞纳天数", "天"),
                Fact.rate(LOCAL_RATE, "当地缴费比例").orNone());
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.flag("payable", "可以补缴", "可以补缴", "不能补缴"),
                Result.rate(RATE, "比例", null),
                Result.money(AMOUNT, "补缴金额", "补缴 {}"),
                Result.money(LATE_FEE, "滞纳金", "另缴滞纳金 {}").zeroSaid("没有滞纳金"),
                Result.flag("yearsCounted", "计算缴费年限", "补缴的月份计算缴费年限", "不计算缴费年限"),
                Result.flag("accountCredited", "计入个人账户", "计入个人账户", "不计入个人账户"),
                Result.flag("gapCovered", "中断期间的费用可以支付", "中断期间的医疗费可以报销", "中断期间的医疗费不能报销"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.flag("payable"),
                TableOutput.choice(RATE_FROM, "DOCUMENT", "LOCAL_IF_STATED"),
                TableOutput.rate(RATE),
                TableOutput.rate(DAILY_FEE_RATE),
                TableOutput.flag(FEE_UP_TO_PRINCIPAL),
                TableOutput.flag("yearsCounted"),
                TableOutput.flag("accountCredited"),
                TableOutput.flag("gapCovered"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return PAID_ON;
    }

    /**
     * No more months can be unpaid than lie between the first one and the payment, and no more of them can have one base than
     * are unpaid.
     */
    @Override
    public void check(Facts facts, Violations violations) {
        if (facts.states(PRICED_MONTHS)
                && facts.states(UNPAID_MONTHS)
                && facts.count(PRICED_MONTHS) > facts.count(UNPAID_MONTHS)) {
            violations.add(
                    PRICED_MONTHS,
                    String.valueOf(facts.count(PRICED_MONTHS)),
                    "不能多于未缴月数（" + facts.count(UNPAID_MONTHS) + "）");
        }
        if (!facts.states(FIRST_UNPAID_MONTH) || !facts.states(UNPAID_MONTHS) || !facts.states(PAID_ON)) {
            return;
        }
        YearMonth lastUnpaid = YearMonth.from(facts.date(PAID_ON)).minusMonths(1);
        int most = new Months(facts.month(FIRST_UNPAID_MONTH), lastUnpaid).count();
        if (facts.count(UNPAID_MONTHS) > most) {
            violations.add(
                    UNPAID_MONTHS, String.valueOf(facts.count(UNPAID_MONTHS)), "不能多于第一个未缴月到补缴上月的月数（" + most + "）");
        }
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        BigDecimal rate = row.states(RATE_FROM) ? rate(facts, row) : null;
        boolean fee = row.states(DAILY_FEE_RATE);
        List<String> needed = new ArrayList<>();
        if (rate != null) {
            needed.addAll(List.of(BASE, UNPAID_MONTHS));
        }
        if (fee) {
            needed.addAll(List.of(UNIT_PART, DAYS_LATE));
        }
        facts.need(needed.toArray(String[]::new));

        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (rate != null) {
            results.put(RATE, rate);
            results.put(AMOUNT, Shared.contribution(facts.decimal(BASE), rate, priced(facts), AMOUNT, steps));
        }
        if (fee) {
            results.put(LATE_FEE, lateFee(facts, row, steps));
        }
        return results;
    }

    /** The months that have the base: all that are unpaid, where nobody says otherwise. */
    private static int priced(Facts facts) {
        return facts.count(facts.states(PRICED_MONTHS) ? PRICED_MONTHS : UNPAID_MONTHS);
    }

    /** The rate of the price; {@code null} if there is no price, as without base or rate where the rate is the pool's own. */
    private static BigDecimal rate(Facts facts, Row row) {
        return switch (row.text(RATE_FROM)) {
            case "DOCUMENT" -> row.decimal(RATE);
            case "LOCAL_IF_STATED" -> facts.states(BASE) && facts.states(LOCAL_RATE) ? facts.decimal(LOCAL_RATE) : null;
            default -> throw row.unknown(RATE_FROM);
        };
    }

    private static BigDecimal lateFee(Facts facts, Row row, Steps steps) {
        BigDecimal principal = Money.toCents(facts.decimal(UNIT_PART));
        BigDecimal rate = row.decimal(DAILY_FEE_RATE);
        int days = facts.count(DAYS_LATE);
        BigDecimal fee = Money.lateFee(principal, rate, days);
        BigDecimal exact = principal.multiply(rate).multiply(BigDecimal.valueOf(days));
        steps.addRounded(LATE_FEE, exact, "滞纳金：本金 {0} 元 × 每天 {1%} × {2} 天 = {3} 元", principal, rate, days, fee);
        if (row.flag(FEE_UP_TO_PRINCIPAL) && fee.compareTo(principal) > 0) {
            steps.add(LATE_FEE, "滞纳金不超过本金，按本金 {0} 元收", principal);
            return principal;
        }
        return fee;
    }
}
