package org.yiban.refund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.yiban.casework.CaseNotice;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.ProvisionReference;
import org.yiban.ledger.UnassignedReceipts;
import org.yiban.person.Payment;
import org.yiban.person.Person;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.FactType;

/**
 * What staff see of a refund. Identity and account numbers are masked.
 *
 * @param payment what is claimed back, as the record has it
 * @param facts by which the tables decide, with where each comes from; empty until derived
 * @param openFacts names of facts on which the next decision depends and that are not known
 * @param evidence what the agency asks to see for the reason
 * @param eligibility the newest decision on whether it is given back; {@code null} until decided
 * @param amount the newest decision on how much; {@code null} until counted
 * @param money {@code null} unless something is given back
 * @param moneyOfTask money that closes nothing and that the task is about; {@code null} if it is about none
 * @param orders what was ordered to be paid
 * @param objections oldest first
 * @param dueOn the agency's own target day
 * @param releaseFile the bulk file it was released with; {@code null} if it came alone
 * @param withdrawable whether the caller may write down that the applicant withdraws
 * @param objectable whether the caller may write down an objection
 */
public record RefundView(
        String caseNumber,
        String kind,
        String kindTitle,
        String state,
        String stateTitle,
        String outcome,
        String pool,
        String poolName,
        Person person,
        Payment payment,
        String reason,
        String reasonTitle,
        LocalDate requestedOn,
        LocalDate eventOn,
        LocalDate eventUntil,
        YearMonth claimedFrom,
        YearMonth claimedTo,
        BigDecimal claimedAmount,
        RefundPayee payee,
        String payeeIs,
        String payeeIsTitle,
        String contactPhone,
        List<RefundFact> facts,
        List<String> openFacts,
        List<ShownEvidence> evidence,
        Decision eligibility,
        Decision amount,
        Money money,
        HeldMoney moneyOfTask,
        List<Order> orders,
        List<ObjectionView> objections,
        LocalDate dueOn,
        Boolean provisional,
        Boolean overdue,
        String releaseFile,
        List<EventView> history,
        List<CaseNotice> notices,
        boolean withdrawable,
        boolean objectable) {

    /**
     * A fact, as people read and correct it.
     *
     * @param shown the value in words
     * @param amountOnly whether only the amount depends on it
     * @param choices value → words, where it has one of several
     */
    public record RefundFact(
            String name,
            String label,
            String value,
            String shown,
            String source,
            boolean correctable,
            boolean amountOnly,
            FactType type,
            Map<String, String> choices) {}

    /** Evidence, and whether a clerk has seen it. */
    public record ShownEvidence(String code, String title, boolean required, boolean seen) {}

    /**
     * A decision of the tables, or of a senior where they are silent.
     *
     * @param sentences what it says, in Chinese
     * @param citations what the provisions of the basis say
     */
    public record Decision(
            LocalDate businessDate,
            Map<String, Object> results,
            List<String> sentences,
            List<ProvisionReference> basis,
            List<CitedProvision> citations,
            String tableVersion) {}

    /**
     * What is given back and what is recovered first, yuan.
     *
     * @param rest what of the clawback has not come back
     * @param deducted what is kept from the refund for it
     */
    public record Money(
            String scope,
            boolean relationEnds,
            YearMonth from,
            YearMonth to,
            BigDecimal amount,
            BigDecimal clawback,
            BigDecimal recovered,
            BigDecimal rest,
            BigDecimal deducted) {}

    /**
     * Money that came in and closes nothing.
     *
     * @param receipt what the tax bureau calls it
     */
    public record HeldMoney(String receipt, BigDecimal amount, LocalDate receivedOn) {

        static HeldMoney of(UnassignedReceipts.Open held) {
            return new HeldMoney(held.receipt(), held.amount(), held.receivedOn());
        }
    }

    /** An order to pay. */
    public record Order(
            String key,
            BigDecimal amount,
            String payeeName,
            String maskedAccount,
            String state,
            String stateTitle,
            String reason,
            int attempt,
            ZonedDateTime issuedAt,
            ZonedDateTime settledAt) {}
}
