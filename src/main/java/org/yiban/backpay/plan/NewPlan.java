package org.yiban.backpay.plan;

import java.util.List;
import java.util.Map;
import org.yiban.backpay.years.StatedService;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/**
 * A plan that somebody chose.
 *
 * @param number the case in which they did
 * @param facts by which years and price were asked, with the names of {@code minimum-years} and {@code retirement-backpay}
 * @param services deemed service stated in the case
 * @param decided what a senior decided to be missing; {@code null} where the tables say it
 * @param option key of the option that was chosen
 */
public record NewPlan(
        CaseNumber number,
        RegionCode pool,
        long personId,
        Map<String, String> facts,
        List<StatedService> services,
        DecidedGap decided,
        String option) {}
