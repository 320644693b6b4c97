package org.yiban.policy.families;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.counting.Months;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code suspension}: from when benefits stop when contributions stop. */
final class SuspensionFamily implements Family {

    private static final String LAST_PAID_MONTH = "lastPaidMonth";
    private static final String LAST_PAID_MONTH_END = "lastPaidMonthEnd";
    private static final String START_FROM = "startFrom";

    @Override
    public String name() {
        return "suspension";
    }

    @Override
    public String label() {
        return "中断缴费后暂停待遇";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Shared.identity(),
                Fact.month(LAST_PAID_MONTH, "最后缴费所属月").required(),
                Fact.flag("retiredInsured", "已办理医保退休", "已办理医保退休", "没有办理医保退休"),
                Fact.choice(
                                "benefit",
                                "待遇种类",
                                "MEDICAL",
                                "医疗待遇",
                                "MATERNITY_MEDICAL",
                                "生育医疗费用",
                                "MATERNITY_ALLOWANCE",
                                "生育津贴")
                        .orElse("MEDICAL"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(DerivedFact.of(
                Fact.date(LAST_PAID_MONTH_END, "最后缴费所属月的最后一天"),
                facts -> facts.month(LAST_PAID_MONTH).atEndOfMonth(),
                LAST_PAID_MONTH));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.flag("suspended", "暂停待遇", "待遇要暂停", "待遇不暂停"),
                Result.date("suspendedFrom", "暂停起始日", "从{}起暂停"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.flag("suspended"),
                TableOutput.choice(START_FROM, "FIRST_UNPAID_MONTH", "MONTH_AFTER_FIRST_UNPAID_MONTH"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return LAST_PAID_MONTH_END;
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        if (row.states(START_FROM)) {
            YearMonth lastPaid = facts.month(LAST_PAID_MONTH);
            LocalDate from =
                    switch (row.text(START_FROM)) {
                        case "FIRST_UNPAID_MONTH" -> Months.firstDayAfter(lastPaid, 1);
                        case "MONTH_AFTER_FIRST_UNPAID_MONTH" -> Months.firstDayAfter(lastPaid, 2);
                        default -> throw row.unknown(START_FROM);
                    };
            results.put("suspendedFrom", from.toString());
            steps.add(
                    "suspendedFrom",
                    YearMonth.from(from).equals(lastPaid.plusMonths(1))
                            ? "最后缴费的月份是{0}，第一个没有缴费的月份是{1}，从这个月的第一天{2}起"
                            : "最后缴费的月份是{0}，第一个没有缴费的月份是{1}，从它的下一个月的第一天{2}起",
                    lastPaid,
                    lastPaid.plusMonths(1),
                    from);
        }
        return results;
    }
}
