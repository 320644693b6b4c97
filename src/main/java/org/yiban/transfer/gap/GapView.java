package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yiban.casework.web.EventView;
import org.yiban.person.Person;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.known.ShownFact;

/**
 * What staff see of the benefits across a transfer. Identity numbers are masked.
 *
 * @param facts by which the tables decide, with where each comes from
 * @param openFacts names of facts on which the answer depends and that are not known
 * @param unpaidMonths {@code null} until the tables were asked, as all that follows from them
 * @param unpaid what holds if the gap stays unpaid
 * @param paid what holds if it is paid in time; {@code null} if there is none
 * @param lastDay last day on which a payment still covers the gap
 * @param lastDayPassed whether that day is over
 * @param late what holds if it is paid after that day
 * @param bySenior whether a senior decided, because the documents are silent
 * @param payable whether the gap may be paid
 * @param toPay what the applicant chose
 * @param orders what was ordered to come in
 * @param money what came and goes back
 * @param moneyOfTask that of it which the task is about; {@code null} of a case
 * @param decision what holds; the newest decision
 */
public record GapView(
        String caseNumber,
        String poolName,
        Person person,
        String identity,
        String fromRegionName,
        String toRegionName,
        LocalDate appliedOn,
        String contactPhone,
        List<ShownFact> facts,
        List<String> openFacts,
        Integer unpaidMonths,
        ContinuityQuote unpaid,
        ContinuityQuote paid,
        LocalDate lastDay,
        Boolean lastDayPassed,
        ContinuityQuote late,
        Boolean bySenior,
        Boolean payable,
        Boolean toPay,
        BigDecimal amount,
        String amountSource,
        BigDecimal received,
        BigDecimal rest,
        LocalDate countsUntil,
        List<Order> orders,
        List<Money> money,
        Money moneyOfTask,
        String outcome,
        String outcomeTitle,
        Decision decision,
        List<EventView> history) {

    /** An order of money to come in. */
    public record Order(
            String key,
            BigDecimal amount,
            LocalDate lastDay,
            String stateTitle,
            BigDecimal collected,
            LocalDate receivedOn,
            String receipt) {}

    /** Money that goes back; {@code settled} says how, {@code null} until it did. */
    public record Money(
            String why, BigDecimal amount, String receipt, LocalDate receivedOn, String refundCase, String settled) {}

    /** What holds, in Chinese, and what the provisions say. */
    public record Decision(Map<String, Object> results, String says, List<CitedProvision> citations) {}
}
