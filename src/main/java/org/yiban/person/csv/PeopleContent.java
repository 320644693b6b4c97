package org.yiban.person.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.MonthKind;
import org.yiban.person.Payment;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;

/** What the files say, read and sound in itself; how it fits what is stored is not known yet. */
public final class PeopleContent {

    private final List<PersonRow> people;
    private final List<EnrolmentRow> enrolments;
    private final List<MonthsRow> months;
    private final List<PaymentRow> payments;
    private final List<AccountRow> accounts;
    private final FileProblems problems;

    PeopleContent(
            List<PersonRow> people,
            List<EnrolmentRow> enrolments,
            List<MonthsRow> months,
            List<PaymentRow> payments,
            List<AccountRow> accounts,
            FileProblems problems) {
        this.people = people;
        this.enrolments = enrolments;
        this.months = months;
        this.payments = payments;
        this.accounts = accounts;
        this.problems = problems;
    }

    List<PersonRow> people() {
        return people;
    }

    List<EnrolmentRow> enrolments() {
        return enrolments;
    }

    List<MonthsRow> months() {
        return months;
    }

    List<PaymentRow> payments() {
        return payments;
    }

    List<AccountRow> accounts() {
        return accounts;
    }

    /** The numbers of everybody the files speak of. */
    Set<IdentityNumber> numbers() {
        Set<IdentityNumber> numbers = new LinkedHashSet<>();
        people.forEach(row -> numbers.add(row.number()));
        enrolments.forEach(row -> numbers.add(row.number()));
        months.forEach(row -> numbers.add(row.number()));
        payments.forEach(row -> numbers.add(row.number()));
        accounts.forEach(row -> numbers.add(row.number()));
        return numbers;
    }

    FileProblems problems() {
        return problems;
    }

    /** A person; sex and birth date are those of the number where the number says them. */
    record PersonRow(
            CsvRow row,
            IdentityNumber number,
            String name,
            Sex sex,
            LocalDate bornOn,
            LocalDate diedOn,
            boolean retiredInsured,
            LocalDate retiredOn) {}

    /** An enrolment; open where {@code until} is {@code null}. */
    record EnrolmentRow(
            CsvRow row,
            IdentityNumber number,
            RegionCode pool,
            Scheme scheme,
            MemberIdentity identity,
            LocalDate from,
            LocalDate until,
            String endReason,
            LocalDate waitingFrom,
            LocalDate benefitFrom) {

        boolean overlaps(LocalDate otherFrom, LocalDate otherUntil) {
            return (otherUntil == null || !from.isAfter(otherUntil)) && (until == null || !until.isBefore(otherFrom));
        }
    }

    /** A run of months of one kind, both ends included. */
    record MonthsRow(
            CsvRow row,
            IdentityNumber number,
            RegionCode pool,
            Scheme scheme,
            YearMonth from,
            YearMonth to,
            MonthKind kind,
            RegionCode paidIn,
            BigDecimal base) {

        boolean overlaps(MonthsRow other) {
            return !from.isAfter(other.to) && !to.isBefore(other.from);
        }
    }

    /** A payment; its number and whose it is among {@code data} are not known yet. */
    record PaymentRow(CsvRow row, IdentityNumber number, Payment data) {}

    /** What stood in a personal account at the end of a day. */
    record AccountRow(CsvRow row, IdentityNumber number, RegionCode pool, BigDecimal balance, LocalDate asOf) {}
}
