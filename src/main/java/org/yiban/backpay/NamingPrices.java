package org.yiban.backpay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.settings.Setting;

/** The price of a lump sum where the documents name none and a senior does. Joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NamingPrices {

    private static final int CENTS = 2;

    private final BackpayRecords records;
    private final BackpaySettings settings;
    private final ChoosingWays choosing;
    private final DecisionRecords decisions;
    private final Cases cases;
    private final BusinessTime time;

    NamingPrices(
            BackpayRecords records,
            BackpaySettings settings,
            ChoosingWays choosing,
            DecisionRecords decisions,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.settings = settings;
        this.choosing = choosing;
        this.decisions = decisions;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Goes on by the price that a senior named: an amount, or base and rate, which the months are multiplied with.
     *
     * @return the group of those who approve it; {@code null} if no price was named
     */
    public String adoptSeniorDecision(CaseNumber number) {
        Backpay backpay = records.require(number);
        Explanation decided = decisions
                .newest(number.value(), DerivingBackpayFacts.PRICE)
                .orElseThrow()
                .explanation();
        BackpayChoice before = backpay.choice();
        BigDecimal base = decimal(decided, "base");
        BigDecimal rate = decimal(decided, "rate");
        BigDecimal amount = amount(decided, base, rate, before.months());
        if (amount == null || amount.signum() <= 0) {
            cases.note(number, "priceMissing", null, "主管没有写明金额，也没有写明基数和比例；请另行选择，或再次提请判断", null);
            return null;
        }
        LocalDate stated = day(decided, "validUntil");
        LocalDate lastDay = stated == null ? settings.termFrom(backpay.pool(), time.today()) : stated;
        records.chosen(
                number,
                new BackpayChoice(
                        before.key(),
                        before.kind(),
                        before.chosenOn(),
                        before.months(),
                        base == null ? null : "主管判断的基数",
                        base,
                        rate,
                        amount,
                        "文件没有规定，" + decided.ruleText(),
                        true,
                        (Boolean) decided.results().get("accountCredited"),
                        (String) decided.results().get("payer"),
                        lastDay,
                        stated == null ? "主管判断的价格，有效期由本机构定。" : "主管判断的有效期。",
                        before.instalments(),
                        day(decided, "benefitStart"),
                        Setting.AGENCY));
        cases.note(number, "priceNamed", null, "主管判断补缴 " + amount + " 元，最后一日 " + lastDay, null);
        return choosing.approvers(backpay, amount);
    }

    private static BigDecimal amount(Explanation decided, BigDecimal base, BigDecimal rate, int months) {
        BigDecimal named = decimal(decided, "amount");
        if (named != null || base == null || rate == null) {
            return named == null ? null : named.setScale(CENTS, RoundingMode.HALF_UP);
        }
        return base.multiply(rate).multiply(BigDecimal.valueOf(months)).setScale(CENTS, RoundingMode.HALF_UP);
    }

    private static LocalDate day(Explanation decided, String result) {
        Object value = decided.results().get(result);
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private static BigDecimal decimal(Explanation decided, String result) {
        Object value = decided.results().get(result);
        return value == null ? null : new BigDecimal(value.toString());
    }
}
