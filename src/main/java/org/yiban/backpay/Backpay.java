package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.StatedService;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/**
 * Whether somebody may retire insured, and how a gap in years is closed, as the case stands.
 *
 * @param services past service that is to count
 * @param years the months of the record; {@code null} until compiled
 * @param facts by which the tables decide, with where each comes from; likewise
 * @param tests what is said of the years, the smaller shortfall first; {@code null} until then
 * @param weighed the ways to close the gap; {@code null} until weighed
 * @param choice {@code null} until the applicant chose
 * @param orders how many collection orders were issued
 * @param waiting whether the process waits for word of the last of them
 * @param received what came in for it and stays, yuan
 * @param receivedOn day on which the last of it came in; {@code null} if nothing did
 * @param credit {@code null} unless something is credited to the personal account
 * @param accountCredited what was credited and not taken back, yuan
 * @param benefitsFrom first day of the benefits; {@code null} until retired
 * @param stopReason why it ended without retirement; {@code null} unless it did
 * @param diedOn day of death, if that ended it
 * @param afterPlan why it goes on once an objection is decided: its plan ended meanwhile; {@code null} if it did not
 * @param open whether it is being worked on
 */
public record Backpay(
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        StatedBackpay stated,
        List<StatedService> services,
        CompiledYears years,
        KnownFacts facts,
        List<YearsTest> tests,
        WeighedOptions weighed,
        BackpayChoice choice,
        int orders,
        boolean waiting,
        BigDecimal received,
        LocalDate receivedOn,
        AccountCredit credit,
        BigDecimal accountCredited,
        LocalDate benefitsFrom,
        String stopReason,
        LocalDate diedOn,
        String afterPlan,
        boolean open) {

    private static final String ORDER = "/backpay/";

    /** What is still to come in of the price, yuan; negative if more came than it costs. */
    public BigDecimal rest() {
        return choice.amount().subtract(received);
    }

    /** Whether the person retired by this case, and the decision has not been taken back. */
    boolean retired() {
        return benefitsFrom != null;
    }

    /** The key of the order that was issued last. */
    String orderKey() {
        return caseNumber + ORDER + orders;
    }

    /** The key of the next order. */
    String nextOrderKey() {
        return caseNumber + ORDER + (orders + 1);
    }

    /** Whether the order of a key was issued for a gap in years. */
    static boolean isOrderKey(String key) {
        return key.contains(ORDER);
    }
}
