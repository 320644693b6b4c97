package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiban.casework.CaseNotice;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.known.ShownFact;

/**
 * What staff see of an employer's arrears. Identity numbers are masked.
 *
 * @param payOn day of payment up to which the late fee is counted
 * @param reading how days late are counted
 * @param runs people and months, each run with what it comes to
 * @param facts bases, rates and prices, with where each comes from
 * @param openFacts names of those that people have to state
 * @param quote what it comes to; {@code null} until the tables were asked
 * @param rest what is still to come in, yuan; {@code null} until a price is known, and once nothing more is collected
 * @param decision what the tables, or a senior, said last
 * @param orders what was ordered to come in
 * @param money what came otherwise
 * @param moneyOfTask that of it which the task is about; {@code null} of a case
 * @param stopReason why nothing is collected
 * @param objectable whether the one who looks may write down an objection now
 */
public record ArrearsView(
        String caseNumber,
        String kind,
        String kindTitle,
        String state,
        String stateTitle,
        String outcome,
        String pool,
        String poolName,
        String unitName,
        String unitCode,
        String groundTitle,
        String accountTypeTitle,
        LocalDate payOn,
        String contactPhone,
        String reading,
        List<Run> runs,
        int people,
        List<ShownFact> facts,
        List<String> openFacts,
        Quote quote,
        BigDecimal received,
        LocalDate receivedOn,
        BigDecimal rest,
        Decision decision,
        List<Order> orders,
        List<Money> money,
        Money moneyOfTask,
        String stopReason,
        List<ObjectionView> objections,
        LocalDate dueOn,
        Boolean provisional,
        Boolean overdue,
        List<EventView> history,
        List<CaseNotice> notices,
        boolean objectable) {

    /**
     * Unpaid months of a person within a year.
     *
     * @param paidLaterOn when they were written into the record; {@code null} until they are
     */
    public record Run(
            String name,
            String maskedIdentityNumber,
            YearMonth from,
            YearMonth to,
            int months,
            BigDecimal base,
            String baseSource,
            BigDecimal principal,
            BigDecimal lateFee,
            BigDecimal credited,
            Boolean gapCovered,
            LocalDate paidLaterOn) {}

    /** What it comes to, yuan. */
    public record Quote(
            LocalDate payOn,
            boolean referred,
            Boolean payable,
            BigDecimal principal,
            BigDecimal lateFee,
            BigDecimal total,
            String namedBy,
            Boolean yearsCounted,
            Boolean accountCredited) {}

    /** A decision of the tables, or of a senior where they are silent. */
    public record Decision(
            LocalDate businessDate,
            Map<String, Object> results,
            List<String> sentences,
            List<ProvisionReference> basis,
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

    /** Money that came otherwise than ordered; {@code settled} says what became of it, {@code null} until something did. */
    public record Money(String why, BigDecimal amount, String receipt, LocalDate receivedOn, String settled) {}
}
