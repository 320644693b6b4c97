package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yiban.backpay.options.UsedFigure;
import org.yiban.backpay.plan.PlanView;
import org.yiban.casework.CaseNotice;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.person.Person;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.known.ShownFact;

/**
 * What staff see of somebody who retires insured. Identity numbers are masked.
 *
 * @param years the months as compiled; {@code null} until then
 * @param facts by which the tables decide, with where each comes from
 * @param openFacts names of facts on which an answer depends and that are not known
 * @param tests what is said of the years, the smaller shortfall first
 * @param options the ways to close a gap; empty until weighed
 * @param quotedOn the day as of which they were
 * @param figures reference data that they were counted with
 * @param outlook what changes with the next average wage
 * @param choice {@code null} until the applicant chose
 * @param receiptOfTask the receipt which the task is about; {@code null} of a case
 * @param plan the plan of monthly contributions that goes on beside it; {@code null} if there is none
 * @param mostInstalments in how many instalments a lump sum may be paid
 */
public record BackpayView(
        String caseNumber,
        String kind,
        String kindTitle,
        String state,
        String stateTitle,
        String outcome,
        String pool,
        String poolName,
        Person person,
        LocalDate requestedOn,
        LocalDate retirementAgeOn,
        String retirementKindTitle,
        String identity,
        String accountTypeTitle,
        String applicantTitle,
        String agentName,
        String contactPhone,
        String file,
        Years years,
        List<ShownFact> facts,
        List<String> openFacts,
        List<ShownTest> tests,
        List<ShownOption> options,
        LocalDate quotedOn,
        List<UsedFigure> figures,
        List<String> outlook,
        Choice choice,
        List<Order> orders,
        List<Receipt> receipts,
        Receipt receiptOfTask,
        AccountCredit credit,
        LocalDate benefitsFrom,
        int mostInstalments,
        List<ObjectionView> objections,
        LocalDate dueOn,
        Boolean provisional,
        Boolean overdue,
        List<EventView> history,
        List<CaseNotice> notices,
        boolean withdrawable,
        boolean objectable,
        boolean deathReportable,
        PlanView plan) {

    /** The months of the record. */
    public record Years(
            int actual,
            int actualInProvince,
            int actualInPool,
            int deemed,
            int total,
            int paidTwice,
            int heldElsewhere,
            YearMonth inARowSince,
            YearMonth until,
            boolean corrected,
            List<Run> runs,
            List<Service> services) {}

    /** Months in a row of one source. */
    public record Run(YearMonth from, YearMonth to, int months, String source, String poolName, boolean counted) {}

    /**
     * Past service that is to count.
     *
     * @param referred whether a person has to say how it counts
     */
    public record Service(
            int index,
            String ground,
            YearMonth from,
            YearMonth to,
            String evidence,
            String says,
            boolean referred,
            String decidedAs,
            List<CitedProvision> citations) {}

    /** What is said of the years, one way of counting. */
    public record ShownTest(
            String title,
            String outcome,
            String outcomeTitle,
            Integer requiredTotal,
            Integer requiredActual,
            int shortfall,
            String says,
            List<CitedProvision> citations) {}

    /**
     * A way to close a gap.
     *
     * @param openFrom the day of the age, before which it cannot be chosen; {@code null} if it can be chosen now
     */
    public record ShownOption(
            String key,
            String kind,
            String title,
            String testTitle,
            int months,
            boolean closesAll,
            BigDecimal base,
            String baseTitle,
            BigDecimal rate,
            BigDecimal amount,
            String accountTitle,
            String payerTitle,
            LocalDate openFrom,
            String benefitStartSays,
            BigDecimal monthlyToday,
            String monthlySays,
            YearMonth reachedIn,
            LocalDate lastValidDay,
            String lastValidDaySays,
            String says,
            List<String> consequences,
            String priceNamedBy,
            List<CitedProvision> citations) {}

    /** The way that was chosen. */
    public record Choice(
            String title,
            LocalDate chosenOn,
            int months,
            String baseTitle,
            BigDecimal base,
            BigDecimal rate,
            BigDecimal amount,
            String source,
            boolean bySenior,
            String accountTitle,
            LocalDate lastDay,
            String lastDaySays,
            Boolean lastDayPassed,
            int instalments,
            BigDecimal received,
            BigDecimal rest,
            List<CitedProvision> citations) {}

    /** An order of money to come in. */
    public record Order(
            String key,
            BigDecimal amount,
            LocalDate lastDay,
            String stateTitle,
            BigDecimal collected,
            LocalDate receivedOn,
            String receipt) {}

    /** Money that came in, and what of it goes back. */
    public record Receipt(
            String receipt,
            BigDecimal amount,
            LocalDate receivedOn,
            String payment,
            String why,
            BigDecimal goingBack,
            String returnPayment,
            String settled) {}
}
