package org.yiban.backpay.calculator;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.backpay.calculator.Calculation.FactLine;
import org.yiban.backpay.calculator.Calculation.OpenFact;
import org.yiban.backpay.calculator.Calculation.OptionView;
import org.yiban.backpay.calculator.Calculation.PoolCalculation;
import org.yiban.backpay.calculator.Calculation.TestView;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Written;
import org.yiban.policy.Policies;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** What was weighed in a pool, for people: with the words of its provisions and the course of its costs. */
@Component
class ShowingCalculations {

    private final Policies policies;
    private final Regions regions;

    ShowingCalculations(Policies policies, Regions regions) {
        this.policies = policies;
        this.regions = regions;
    }

    PoolCalculation weighed(
            RegionCode pool, List<FactLine> facts, WeighedOptions weighed, YearMonth quotedIn, List<String> remarks) {
        CostOverTime courses = new CostOverTime(quotedIn, weighed.options());
        return new PoolCalculation(
                pool.value(),
                regions.fullName(pool),
                facts,
                List.of(),
                List.of(),
                weighed.met(),
                weighed.referred(),
                weighed.tests().stream().map(this::view).toList(),
                weighed.options().stream().map(option -> view(option, courses)).toList(),
                weighed.figures(),
                weighed.outlook(),
                remarks);
    }

    PoolCalculation notYet(RegionCode pool, List<FactLine> facts, List<OpenFact> open, List<Violation> wrong) {
        return new PoolCalculation(
                pool.value(),
                regions.fullName(pool),
                facts,
                open,
                wrong,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private TestView view(YearsTest test) {
        return new TestView(
                test.option(),
                test.optionTitle(),
                test.outcome(),
                test.requiredTotal(),
                test.requiredActual(),
                test.shortfall(),
                test.actualShortfall(),
                test.cumulativeShortfall(),
                test.says(),
                policies.cite(test.basis()));
    }

    private OptionView view(BackpayOption option, CostOverTime courses) {
        return new OptionView(
                option.key(),
                option.kind(),
                option.kind().title(),
                option.test(),
                option.months(),
                option.closesAll(),
                option.outcome(),
                option.baseTitle(),
                option.base(),
                option.rate(),
                option.rate() == null ? null : Written.percent(option.rate()),
                option.amount(),
                option.accountCredited(),
                option.payer(),
                option.openFrom(),
                option.benefitStart(),
                option.benefitStartSays(),
                option.monthlyToday(),
                option.monthlySays(),
                option.reachedIn(),
                option.lastValidDay(),
                option.lastValidDaySays(),
                option.says(),
                option.consequences(),
                option.priceNamedBy(),
                policies.cite(option.basis()),
                courses.of(option));
    }
}
