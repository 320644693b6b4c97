package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.yiban.person.Person;

/**
 * An information table or enrolment certificate as it is printed. The identity number is masked.
 *
 * @param title what it is, in Chinese
 * @param number of the case or the certificate
 * @param version which answer of the transfer-out side it is; {@code null} for a certificate
 * @param pool name of the pool that states it
 * @param toPool name of the pool it is for; {@code null} for a certificate
 * @param purpose what it was issued for; {@code null} for an information table
 * @param schemeStart {@code null} if nobody has stated one
 * @param enrolments relations with the pool; empty for an information table
 * @param balance of the personal account, yuan; {@code null} if there is none
 * @param digest SHA-256 of the document, which names the person in full
 * @param schema name of the published schema of the document
 */
public record PrintedDocument(
        String title,
        String number,
        Integer version,
        String pool,
        String toPool,
        String purpose,
        Person person,
        OffsetDateTime issuedAt,
        YearMonth schemeStart,
        List<Relation> enrolments,
        List<Period> periods,
        int paidMonths,
        int deemedMonths,
        BigDecimal balance,
        String note,
        String digest,
        String schema) {

    /** A relation with the pool; {@code until} is {@code null} while it is open. */
    public record Relation(String scheme, String identity, LocalDate from, LocalDate until) {}

    /** Months on end that are alike. */
    public record Period(
            String scheme, YearMonth from, YearMonth until, int months, String kind, String paidIn, BigDecimal base) {

        /** @param paidIn full name of the pool they were paid in */
        public static Period of(MonthPeriod period, String paidIn) {
            return new Period(
                    period.scheme().name(),
                    period.from(),
                    period.until(),
                    period.months(),
                    period.kind().name(),
                    paidIn,
                    period.base());
        }
    }
}
