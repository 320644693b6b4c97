package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.ArrearsSettings.BaseRule;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.person.Person;
import org.yiban.policy.FactType;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;
import org.yiban.reference.ReferenceFigures;
import org.yiban.region.Regions;

/**
 * The bases, rates and prices of arrears, each with where it comes from: the employer's statement and reference data first,
 * people with a reason where those are silent or wrong.
 */
@Component
class ArrearsFacts {

    static final String LOCAL_RATE = "localRate";
    static final String UNIT_RATE = "unitRate";
    static final String ACCOUNT_RATE = "accountRate";
    static final String AMOUNT = "amount";
    static final String LATE_FEE = "lateFee";

    private static final String EMPLOYER = "EMPLOYER";
    private static final String UNKNOWN = "没有登记，由经办人员填写";
    private static final String TAX_BUREAU = "文件没有定价的，按税务核定填写";
    private static final Set<String> RATES = Set.of(LOCAL_RATE, UNIT_RATE, ACCOUNT_RATE);
    private static final Set<String> MAY_BE_NOTHING = Set.of(LATE_FEE, ACCOUNT_RATE);
    private static final BigDecimal HIGHEST = new BigDecimal("999999999.99");
    private static final int CENTS = 2;
    private static final int RATE_DIGITS = 6;

    private final ReferenceFigures figures;
    private final ArrearsSettings settings;
    private final Regions regions;
    private final CitingProvisions citing;

    ArrearsFacts(ReferenceFigures figures, ArrearsSettings settings, Regions regions, CitingProvisions citing) {
        this.figures = figures;
        this.settings = settings;
        this.regions = regions;
        this.citing = citing;
    }

    /** What is on record for a case. */
    KnownFacts derive(ArrearsCase found, Map<Long, Person> people) {
        List<KnownFact> facts = new ArrayList<>();
        for (ArrearsRun run : found.runs()) {
            Based based = base(found, run);
            String label = people.get(run.personId()).name() + "（" + run.from() + " 至 " + run.to() + "）的月缴费基数";
            facts.add(new KnownFact(
                    run.fact(), label, text(based.amount()), based.source(), true, based.amount() == null, false));
        }
        facts.add(rate(
                LOCAL_RATE,
                "缴费比例（单位和个人合计）",
                figures.localRate(found.pool(), EMPLOYER, found.accountType().name(), found.payOn())));
        facts.add(rate(UNIT_RATE, "其中单位的缴费比例", Optional.empty()));
        facts.add(rate(ACCOUNT_RATE, "个人账户划入比例", figures.accountRate(found.pool(), EMPLOYER, found.payOn())));
        facts.add(new KnownFact(AMOUNT, "税务核定的补缴本金（元）", null, TAX_BUREAU, true, false, false));
        facts.add(new KnownFact(LATE_FEE, "税务核定的滞纳金（元）", null, TAX_BUREAU, true, false, false));
        return new KnownFacts(facts);
    }

    private Based base(ArrearsCase found, ArrearsRun run) {
        Optional<BaseRule> rule = settings.base(regions.provinceOf(found.pool()), found.pool(), found.ground());
        if (rule.isEmpty()) {
            return run.wage() == null
                    ? new Based(null, "文件没有规定基数，也没有填写工资，由经办人员填写")
                    : new Based(run.wage(), "单位填写的月工资（文件没有规定基数）");
        }
        if (rule.get().wageFirst() && run.wage() != null) {
            return new Based(run.wage(), "单位填写的历年工资（" + cited(rule.get()) + "）");
        }
        int year = rule.get().averageOfPayment()
                ? found.payOn().getYear() - 1
                : run.from().getYear();
        return figures.averageWage(
                        FigureKind.CITY_AVERAGE_WAGE,
                        found.pool(),
                        year,
                        found.payOn().plusDays(1))
                .map(figure -> new Based(
                        figure.value(), year + " 年全市月平均工资，" + figure.sourceSaid() + "（" + cited(rule.get()) + "）"))
                .orElseGet(
                        () -> new Based(null, "应按 " + year + " 年全市月平均工资（" + cited(rule.get()) + "），参考数据中没有，由经办人员填写"));
    }

    private String cited(BaseRule rule) {
        return citing.inShort(ProvisionReference.parseList(rule.basis()));
    }

    private static KnownFact rate(String name, String label, Optional<Figure> figure) {
        return new KnownFact(
                name,
                label,
                figure.map(each -> text(each.value())).orElse(null),
                figure.map(Figure::sourceSaid).orElse(UNKNOWN),
                true,
                false,
                false);
    }

    /** The same facts, those marked that people have to state. */
    static KnownFacts asking(KnownFacts facts, Set<String> open) {
        return new KnownFacts(facts.all().stream()
                .map(fact -> new KnownFact(
                        fact.name(),
                        fact.label(),
                        fact.value(),
                        fact.source(),
                        fact.correctable(),
                        open.contains(fact.name()) && fact.value() == null,
                        fact.corrected()))
                .toList());
    }

    /** Says of every value that people stated and that is none. */
    static void check(KnownFacts facts, Violations violations) {
        facts.corrected().stream().filter(fact -> fact.value() != null).forEach(fact -> {
            boolean rate = RATES.contains(fact.name());
            boolean fits = isNumber(fact.value(), rate);
            if (!fits) {
                violations.add(
                        "facts." + fact.name(), fact.value(), rate ? "应为 0 到 1 之间的小数，如 0.07" : "应为不超过两位小数的金额，单位元");
            } else if (!MAY_BE_NOTHING.contains(fact.name()) && new BigDecimal(fact.value()).signum() == 0) {
                violations.add("facts." + fact.name(), fact.value(), "应大于 0");
            }
        });
        BigDecimal whole = value(facts, LOCAL_RATE);
        BigDecimal unit = value(facts, UNIT_RATE);
        if (whole != null && unit != null && unit.compareTo(whole) > 0) {
            violations.add("facts." + UNIT_RATE, unit.toPlainString(), "不能高于单位和个人合计的比例（" + whole.toPlainString() + "）");
        }
    }

    private static boolean isNumber(String text, boolean rate) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(text);
        return rate
                ? number.compareTo(BigDecimal.ONE) <= 0 && number.scale() <= RATE_DIGITS
                : number.compareTo(HIGHEST) <= 0 && number.stripTrailingZeros().scale() <= CENTS;
    }

    /** The number that a fact states; {@code null} if it states none. */
    static BigDecimal value(KnownFacts facts, String name) {
        String text = facts.question().get(name);
        return text == null || !isNumber(text, RATES.contains(name)) ? null : new BigDecimal(text);
    }

    /** The facts as people read and correct them. */
    static List<ShownFact> shown(KnownFacts facts) {
        return facts == null
                ? List.of()
                : facts.all().stream()
                        .map(fact -> new ShownFact(
                                fact.name(),
                                fact.label(),
                                fact.value(),
                                said(facts, fact.name()),
                                fact.source(),
                                fact.correctable(),
                                RATES.contains(fact.name()) ? FactType.RATE : FactType.MONEY,
                                Map.of()))
                        .toList();
    }

    private static String said(KnownFacts facts, String name) {
        BigDecimal value = value(facts, name);
        return value == null ? null : RATES.contains(name) ? Written.percent(value) : value.toPlainString() + " 元";
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private record Based(BigDecimal amount, String source) {}
}
