package org.yiban.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.Claims;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.Posting;
import org.yiban.ledger.Standing;
import org.yiban.person.Payment;
import org.yiban.person.Payments;

/** Shows people how the money of a case or a payment of their pools stands, and by which entries. */
@Component
public class ViewingLedger {

    private final Access access;
    private final Ledger ledger;
    private final Claims claims;
    private final Cases cases;
    private final Payments payments;

    ViewingLedger(Access access, Ledger ledger, Claims claims, Cases cases, Payments payments) {
        this.access = access;
        this.ledger = ledger;
        this.claims = claims;
        this.cases = cases;
        this.payments = payments;
    }

    /**
     * The money of a case.
     *
     * @throws ProblemException NOT_FOUND for a case of another pool too
     */
    public CaseMoney of(CaseNumber number) {
        cases.requireIn(access.current().casePools(), number);
        return new CaseMoney(
                number,
                ledger.of(number),
                ledger.postings(number).stream().map(Line::of).toList());
    }

    /**
     * The money of a payment.
     *
     * @param reference 缴费凭证号
     * @throws ProblemException NOT_FOUND for a payment into another pool too
     */
    public PaymentMoney ofPayment(String reference) {
        Payment payment = payments.find(reference)
                .filter(found -> access.current().casePools().contains(found.pool()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "reference", reference, "没有这笔缴费"));
        return new PaymentMoney(
                reference, payment.personalAmount(), ledger.ofPayment(payment.id()), claims.claimed(payment.id()));
    }

    /** The money of a case: its standing and its entries in their order. */
    public record CaseMoney(CaseNumber caseNumber, Standing standing, List<Line> entries) {}

    /**
     * The money of a payment.
     *
     * @param paid what the person paid, yuan
     * @param claimedMonths the months that are given back or about to be
     */
    public record PaymentMoney(String reference, BigDecimal paid, Standing standing, List<YearMonth> claimedMonths) {}

    /** A transaction with the Chinese names of its kind and accounts. */
    public record Line(
            ZonedDateTime at, String kind, String debit, String credit, BigDecimal amount, String reference) {

        static Line of(Posting posting) {
            return new Line(
                    posting.at(),
                    posting.kind().title(),
                    posting.debit().title(),
                    posting.credit().title(),
                    posting.amount(),
                    posting.reference());
        }
    }
}
