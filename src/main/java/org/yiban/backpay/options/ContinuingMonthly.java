package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.reference.Figure;

/** What a month costs somebody today who goes on paying: the base by the family {@code contribution-base}, the pool's rate. */
@Component
class ContinuingMonthly {

    /** What a month costs; {@code amount} is {@code null} if it is not known, {@code says} says how it was counted or why not. */
    record Cost(BigDecimal amount, String says) {}

    private static final String BASE_FAMILY = "contribution-base";
    private static final String FLEXIBLE = "FLEXIBLE";
    private static final int CENTS = 2;

    private final Policies policies;
    private final DecisionWords words;
    private final FillingFigures filling;

    ContinuingMonthly(Policies policies, DecisionWords words, FillingFigures filling) {
        this.policies = policies;
        this.words = words;
        this.filling = filling;
    }

    /** @param price the decision that offers it: some documents say as what one goes on */
    Cost today(Price price) {
        String as = price.text("continueAs");
        String identity = as == null ? price.facts().get(FillingFigures.IDENTITY) : as;
        if (!FLEXIBLE.equals(identity)) {
            return unknown("以单位职工身份续缴的，基数由单位申报，这里算不出");
        }
        LocalDate on = LocalDate.parse(price.facts().get(Pricing.QUOTED_ON).strip());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("region", price.facts().get("region"));
        facts.put("identity", FLEXIBLE);
        facts.put("month", YearMonth.from(on).toString());
        String announcements = price.facts().get("averageWage");
        if (announcements != null) {
            facts.put("averageWage", announcements);
        }
        Answer base;
        try {
            base = policies.decide(BASE_FAMILY, facts);
        } catch (ProblemException missing) {
            return unknown("缴费基数要用的平均工资没有登记，今天的月缴费额算不出");
        }
        if (base.outcome() == Outcome.REFER) {
            return unknown("文件没有写灵活就业人员的缴费基数，今天的月缴费额算不出");
        }
        return cost(price, on, base);
    }

    private Cost cost(Price price, LocalDate on, Answer base) {
        BigDecimal monthly = (BigDecimal) base.results().get("base");
        String counting = String.join("", words.explain(base.explanation()).counting());
        Map<String, String> flexible = new LinkedHashMap<>(price.open());
        flexible.put(FillingFigures.IDENTITY, FLEXIBLE);
        String stated = price.open().get(FillingFigures.LOCAL_RATE);
        Optional<Figure> rate = filling.rate(flexible, on);
        if (stated != null && !stated.isBlank()) {
            return cost(monthly, new BigDecimal(stated.strip()), counting, "所填的当地缴费比例");
        }
        return rate.map(figure -> cost(monthly, figure.value(), counting, "当地缴费比例（" + figure.sourceSaid() + "）"))
                .orElseGet(() -> unknown("缴费基数是每月 %s 元；没有登记当地灵活就业人员的缴费比例，月缴费额算不出".formatted(monthly)));
    }

    private static Cost cost(BigDecimal base, BigDecimal rate, String counting, String source) {
        BigDecimal amount = base.multiply(rate).setScale(CENTS, RoundingMode.HALF_UP);
        return new Cost(
                amount,
                "%s每月 %s 元 × %s%% = %s 元，比例是%s"
                        .formatted(
                                counting,
                                base,
                                rate.movePointRight(2).stripTrailingZeros().toPlainString(),
                                amount,
                                source));
    }

    private static Cost unknown(String why) {
        return new Cost(null, why);
    }
}
