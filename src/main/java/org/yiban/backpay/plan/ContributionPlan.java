package org.yiban.backpay.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiban.backpay.years.StatedService;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A plan, as it stands.
 *
 * @param facts by which years and price are asked anew at every look
 * @param adjustments months that people found to differ from the record when it began: fact → months, never changed since
 * @param corrections other facts that people found to differ then, likewise: fact → what they stated
 * @param decided what a senior decided to be missing; {@code null} where the tables say it
 * @param option key of the option that was chosen
 * @param months months to go when it began
 * @param patientSince first month whose contribution is missed if nobody pays it
 * @param monthsOnRecord months the pool's record held at the last look
 * @param ending {@code null} while nobody ends it
 * @param endingText likewise
 */
record ContributionPlan(
        CaseNumber number,
        RegionCode pool,
        long personId,
        Map<String, String> facts,
        Map<String, Integer> adjustments,
        Map<String, String> corrections,
        List<StatedService> services,
        DecidedGap decided,
        String option,
        LocalDate chosenOn,
        int months,
        YearMonth patientSince,
        int monthsOnRecord,
        PlanState state,
        LocalDate endedOn,
        PlanEnd ending,
        String endingText) {}
