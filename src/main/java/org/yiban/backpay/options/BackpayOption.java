package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Explanation;
import org.yiban.policy.Outcome;

/**
 * One of the things somebody may do who is short of years. Amounts are yuan with two decimals.
 *
 * @param key names it within one weighing, and in every other of the same facts
 * @param test the way of counting it belongs to ({@link YearsTest#option()}); {@code null} where there is one
 * @param shortfallKind which gap it closes: ACTUAL or CUMULATIVE; {@code null} if it closes none
 * @param months how many months it closes
 * @param closesAll whether the years are there after it
 * @param outcome QUOTED or REFER; {@code null} where there is no price to quote
 * @param baseTitle what people call the base
 * @param rate fraction
 * @param accountCredited whether the personal account is credited; {@code null} if it is not stated
 * @param payer EMPLOYER or PERSON; {@code null} if it is not stated
 * @param openFrom the day of the age, before which it cannot be chosen; {@code null} if it can be chosen now
 * @param benefitStart first day of benefits if it is paid on the day stated, or else on the day of the quote; {@code null}
 *     if no document states it
 * @param benefitStartSays the same in words
 * @param monthlyToday what a month costs today; {@code null} if it is not known
 * @param monthlySays how that was counted, or why it is not known; {@code null} where nothing is paid by the month
 * @param reachedIn the month in which the years are there, if every month is paid from the next on
 * @param lastValidDay last day on which the price holds; {@code null} without a price, and before the age
 * @param lastValidDaySays why that day
 * @param basis the provisions that decide
 * @param says the decision in Chinese; the reading, where it goes to a person
 * @param consequences what comes of it, in Chinese
 * @param priceNamedBy who names the price; {@code null} where the documents do, or there is none
 * @param explanation the decision that offers it
 */
public record BackpayOption(
        String key,
        OptionKind kind,
        String test,
        String shortfallKind,
        int months,
        boolean closesAll,
        Outcome outcome,
        String baseKind,
        String baseTitle,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal amount,
        Boolean accountCredited,
        String payer,
        LocalDate openFrom,
        LocalDate benefitStart,
        String benefitStartSays,
        BigDecimal monthlyToday,
        String monthlySays,
        YearMonth reachedIn,
        LocalDate lastValidDay,
        String lastValidDaySays,
        List<ProvisionReference> basis,
        String says,
        List<String> consequences,
        String priceNamedBy,
        Explanation explanation) {

    /** Keeps copies. */
    public BackpayOption {
        basis = List.copyOf(basis);
        consequences = List.copyOf(consequences);
    }

    /** Whether the documents name a price. */
    public boolean priced() {
        return amount != null;
    }

    /** Whether a person has to name the price. */
    public boolean referred() {
        return outcome == Outcome.REFER;
    }
}
