package org.yiban.backpay.calculator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiban.backpay.options.OptionKind;
import org.yiban.backpay.options.UsedFigure;
import org.yiban.kernel.Violation;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.FactType;
import org.yiban.policy.Outcome;

/**
 * What was calculated. Amounts are yuan.
 *
 * @param person whose months were taken from the record; {@code null} if all was stated
 * @param pools in the order in which they were asked for
 */
record Calculation(LocalDate quotedOn, PersonOnRecord person, List<PoolCalculation> pools) {

    /** @param identityNumber masked */
    record PersonOnRecord(long id, String name, String identityNumber) {}

    /**
     * One pool.
     *
     * @param facts what it rests on, each with where it comes from
     * @param open facts that have to be stated first; nothing is calculated as long as there are any
     * @param wrong what is wrong with facts or record, likewise
     * @param met whether the years are there, by one of the ways of counting
     * @param outlook what changes when the next average wage comes
     * @param remarks where stated figures do not agree with reference data
     */
    record PoolCalculation(
            String pool,
            String poolName,
            List<FactLine> facts,
            List<OpenFact> open,
            List<Violation> wrong,
            boolean met,
            boolean referred,
            List<TestView> tests,
            List<OptionView> options,
            List<UsedFigure> figures,
            List<String> outlook,
            List<String> remarks) {}

    /** A fact as people read it, and where it comes from. */
    record FactLine(String name, String label, String said, String source) {}

    /** A fact that has to be stated, as forms need it. */
    record OpenFact(String name, String label, FactType type, Map<String, String> choices, String allowed) {}

    /**
     * Whether the years are there, by one of the ways of counting.
     *
     * @param title the way; {@code null} where there is one
     */
    record TestView(
            String option,
            String title,
            Outcome outcome,
            Integer requiredTotal,
            Integer requiredActual,
            int shortfall,
            int actualShortfall,
            int cumulativeShortfall,
            String says,
            List<CitedProvision> provisions) {}

    /**
     * What may be done.
     *
     * @param rateSaid the rate as people read it
     * @param openFrom the day of the age, before which it cannot be chosen; {@code null} if it can be chosen now
     * @param course what has been paid by the end of each month; empty where that is not known
     */
    record OptionView(
            String key,
            OptionKind kind,
            String title,
            String test,
            int months,
            boolean closesAll,
            Outcome outcome,
            String baseTitle,
            BigDecimal base,
            BigDecimal rate,
            String rateSaid,
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
            String says,
            List<String> consequences,
            String priceNamedBy,
            List<CitedProvision> provisions,
            List<CostPoint> course) {}

    /** What has been paid by the end of a month. */
    record CostPoint(YearMonth month, BigDecimal paid) {}
}
