package org.yiban.transfer.certificate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.yiban.person.Enrolment;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.transfer.NamedPerson;
import org.yiban.transfer.StatedMonth;

/** The document of an enrolment certificate, as its published schema describes it. */
record CertificateDocument(
        String schema,
        String number,
        String pool,
        OffsetDateTime issuedAt,
        NamedPerson person,
        List<Relation> enrolments,
        YearMonth schemeStart,
        List<StatedMonth> months,
        int paidMonths,
        int deemedMonths,
        String balance,
        String digest) {

    static final String SCHEMA = "enrolment-certificate";

    /** A relation with the pool. */
    record Relation(Scheme scheme, MemberIdentity identity, LocalDate from, LocalDate until) {

        static Relation of(Enrolment enrolment) {
            return new Relation(enrolment.scheme(), enrolment.identity(), enrolment.from(), enrolment.until());
        }
    }

    /** Whether another certificate says the same of the same person. */
    boolean saysTheSame(CertificateDocument other) {
        return person.equals(other.person)
                && enrolments.equals(other.enrolments)
                && months.equals(other.months)
                && Objects.equals(schemeStart, other.schemeStart)
                && Objects.equals(balance, other.balance);
    }

    static String text(BigDecimal balance) {
        return balance == null ? null : balance.setScale(2).toPlainString();
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "CertificateDocument[" + number + "]";
    }
}
