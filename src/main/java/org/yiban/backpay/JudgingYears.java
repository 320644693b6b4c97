package org.yiban.backpay;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.WeighingOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.explain.DecisionWords;

/** The years: compiled from the record, and held against what the documents ask. Each step joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class JudgingYears {

    private final BackpayRecords records;
    private final DerivingBackpayFacts deriving;
    private final WeighingOptions weighing;
    private final DecisionRecords decisions;
    private final DecisionWords words;
    private final BackpayClocks clocks;
    private final Cases cases;

    JudgingYears(
            BackpayRecords records,
            DerivingBackpayFacts deriving,
            WeighingOptions weighing,
            DecisionRecords decisions,
            DecisionWords words,
            BackpayClocks clocks,
            Cases cases) {
        this.records = records;
        this.deriving = deriving;
        this.weighing = weighing;
        this.decisions = decisions;
        this.words = words;
        this.clocks = clocks;
        this.cases = cases;
    }

    /** Compiles the months from the record; what was decided by earlier ones is void. */
    public void compile(CaseNumber number) {
        clocks.ageReached(number);
        Backpay backpay = records.require(number);
        CompiledYears years = deriving.compile(backpay, backpay.services());
        records.compiled(number, backpay.services(), years, deriving.derive(backpay, years));
        cases.note(
                number,
                "yearsCompiled",
                null,
                "从登记归集缴费年限：实际缴费 " + years.actual() + " 个月（本统筹区 " + years.actualInPool() + "，省内 "
                        + years.actualInProvince() + "），视同 " + years.deemed() + " 个月",
                null);
    }

    /** Holds the years against what the documents ask, each way there is; keeps what the tables say. */
    public Tested test(CaseNumber number) {
        Backpay backpay = records.require(number);
        List<YearsTest> tests = weighing.test(deriving.question(backpay.facts()));
        records.tested(number, tests);
        tests.stream()
                .sorted(Comparator.comparingInt(JudgingYears::weight).reversed())
                .forEach(test -> decisions.keep(number.value(), test.explanation()));
        tests.forEach(test -> cases.note(
                number,
                "yearsTested",
                null,
                (test.optionTitle() == null ? "" : test.optionTitle() + "：") + test.says(),
                null));
        return tested(tests);
    }

    /** What is kept last holds: that the years are there, else what is missing, else that a person decides. */
    private static int weight(YearsTest test) {
        return switch (test.outcome()) {
            case MET -> 0;
            case SHORT -> 1;
            default -> 2;
        };
    }

    /** Goes on by what a senior decided in the tables' place. */
    public Tested adoptSeniorDecision(CaseNumber number) {
        Explanation decided = decisions
                .newest(number.value(), DerivingBackpayFacts.YEARS)
                .orElseThrow()
                .explanation();
        Outcome outcome = Outcome.valueOf((String) decided.results().get(Result.OUTCOME));
        int shortfall = months(decided, "shortfallMonths");
        if (outcome == Outcome.SHORT && shortfall == 0) {
            cases.note(number, "shortfallMissing", null, "判断为年限不够的，要写明所差月数；请主管补充", null);
            return new Tested(false, true);
        }
        YearsTest test = new YearsTest(
                null,
                "主管判断",
                outcome,
                (Integer) decided.results().get("requiredTotalMonths"),
                (Integer) decided.results().get("requiredActualMonths"),
                (String) decided.results().get("actualScope"),
                shortfall,
                months(decided, "actualShortfallMonths"),
                months(decided, "cumulativeShortfallMonths"),
                words.explain(decided).conclusion(),
                ProvisionReference.parseList((String) decided.results().get(Result.BASIS)),
                decided);
        records.tested(number, List.of(test));
        return tested(List.of(test));
    }

    private static int months(Explanation decided, String result) {
        return decided.results().get(result) instanceof Integer months ? months : 0;
    }

    private static Tested tested(List<YearsTest> tests) {
        boolean met = tests.stream().anyMatch(test -> test.outcome() == Outcome.MET);
        boolean gap = tests.stream().anyMatch(test -> test.outcome() == Outcome.SHORT);
        return new Tested(met, !met && !gap);
    }

    /** What is said of the years: whether they are there, or a person decides. */
    public record Tested(boolean met, boolean referred) {}
}
