package org.yiban.person.csv;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Payment;
import org.yiban.person.PeopleImported;
import org.yiban.person.Person;
import org.yiban.person.csv.PeopleContent.AccountRow;
import org.yiban.person.csv.PeopleContent.EnrolmentRow;
import org.yiban.person.csv.PeopleContent.PaymentRow;
import org.yiban.person.csv.PeopleContent.PersonRow;
import org.yiban.person.csv.RecordComparison.NewMonths;
import org.yiban.person.keys.IdentityCipher;
import org.yiban.region.RegionCode;

/**
 * Holds what the files say against what is stored and writes what is new. Runs in the caller's transaction; where
 * anything contradicts the record, nothing is written.
 */
@Component
public class PeopleStore {

    private final JdbcTemplate db;
    private final IdentityCipher cipher;
    private final StoredRecord record;

    PeopleStore(JdbcTemplate db, IdentityCipher cipher, StoredRecord record) {
        this.db = db;
        this.cipher = cipher;
        this.record = record;
    }

    /**
     * Writes the content.
     *
     * @return what was added
     * @throws ProblemException naming every row that contradicts what is stored
     */
    public PeopleImported write(PeopleContent content, String source, Predicate<RegionCode> allowed) {
        KnownPeople known = new KnownPeople(content, record, allowed);
        RecordComparison comparison = new RecordComparison(content, known, record);
        PaymentComparison money = new PaymentComparison(content, known, record);
        content.problems().throwIfAny();
        Map<IdentityNumber, Long> newIds = insertPeople(comparison.newPeople());
        Function<IdentityNumber, Long> ids = number -> {
            Person stored = known.stored(number);
            return stored == null ? newIds.get(number) : (Long) stored.id();
        };
        updatePeople(comparison.changedPeople());
        insertEnrolments(comparison.newEnrolments(), ids);
        changeEnrolments(comparison.changedEnrolments());
        insertMonths(comparison.newMonths(), ids);
        insertPayments(money.newPayments(), ids);
        writeAccounts(money.newStatements(), ids);
        return new PeopleImported(
                source,
                comparison.newPeople().size(),
                comparison.newEnrolments().size()
                        + comparison.changedEnrolments().size(),
                comparison.newMonths().stream()
                        .mapToInt(some -> some.months().size())
                        .sum(),
                money.newPayments().size(),
                money.newStatements().size());
    }

    private Map<IdentityNumber, Long> insertPeople(List<PersonRow> people) {
        Map<IdentityNumber, Long> ids = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        Iterator<Long> fresh = db.queryForList(
                        "select nextval(pg_get_serial_sequence('yiban.person', 'id')) from generate_series(1, ?)",
                        Long.class,
                        people.size())
                .iterator();
        for (PersonRow person : people) {
            long id = fresh.next();
            ids.put(person.number(), id);
            rows.add(new Object[] {
                id,
                person.number().kind().name(),
                cipher.encrypt(id, person.number()),
                cipher.blindIndex(person.number()),
                person.name(),
                person.sex().name(),
                Date.valueOf(person.bornOn()),
                sqlDate(person.diedOn()),
                person.retiredInsured(),
                sqlDate(person.retiredOn())
            });
        }
        db.batchUpdate("""
                insert into yiban.person (id, identity_kind, identity_number, identity_index, name, sex, born_on,
                    died_on, retired_insured, retired_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        return ids;
    }

    private void updatePeople(Map<Long, PersonRow> changed) {
        changed.forEach((id, person) -> db.update(
                "update yiban.person set died_on = ?, retired_insured = ?, retired_on = coalesce(retired_on, ?) where id = ?",
                sqlDate(person.diedOn()),
                person.retiredInsured(),
                sqlDate(person.retiredOn()),
                id));
    }

    private void insertEnrolments(List<EnrolmentRow> enrolments, Function<IdentityNumber, Long> ids) {
        db.batchUpdate(
                """
                insert into yiban.enrolment (person_id, pool, scheme, identity, from_day, until_day, end_reason,
                    waiting_from, benefit_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                enrolments.stream()
                        .map(enrolment -> new Object[] {
                            ids.apply(enrolment.number()),
                            enrolment.pool().value(),
                            enrolment.scheme().name(),
                            enrolment.identity().name(),
                            Date.valueOf(enrolment.from()),
                            sqlDate(enrolment.until()),
                            enrolment.endReason(),
                            sqlDate(enrolment.waitingFrom()),
                            sqlDate(enrolment.benefitFrom())
                        })
                        .toList());
    }

    private void changeEnrolments(Map<Long, EnrolmentRow> changed) {
        changed.forEach((id, row) -> db.update(
                """
                update yiban.enrolment set until_day = coalesce(until_day, ?), end_reason = coalesce(end_reason, ?),
                    waiting_from = coalesce(waiting_from, ?), benefit_from = coalesce(benefit_from, ?)
                where id = ?""",
                sqlDate(row.until()),
                row.endReason(),
                sqlDate(row.waitingFrom()),
                sqlDate(row.benefitFrom()),
                id));
    }

    private void insertMonths(List<NewMonths> months, Function<IdentityNumber, Long> ids) {
        db.batchUpdate(
                """
                insert into yiban.contribution_month (person_id, pool, scheme, month, kind, paid_in, base)
                select ?, ?, ?, month, ?, ?, ? from unnest(?::date[]) as month""",
                months.stream()
                        .map(some -> new Object[] {
                            ids.apply(some.run().number()),
                            some.run().pool().value(),
                            some.run().scheme().name(),
                            some.run().kind().name(),
                            some.run().paidIn().value(),
                            some.run().base(),
                            some.months().stream()
                                    .map(month -> month.atDay(1).toString())
                                    .collect(Collectors.joining(",", "{", "}"))
                        })
                        .toList());
    }

    private void insertPayments(List<PaymentRow> payments, Function<IdentityNumber, Long> ids) {
        db.batchUpdate(
                """
                insert into yiban.payment (reference, person_id, pool, scheme, identity, paid_on, from_month, to_month,
                    personal_amount, subsidy_amount, account_credited, coverage_year, lump_sum, waiting_from,
                    benefit_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                payments.stream()
                        .map(row -> parameters(row.data(), ids.apply(row.number())))
                        .toList());
    }

    private static Object[] parameters(Payment payment, long personId) {
        return new Object[] {
            payment.reference(),
            personId,
            payment.pool().value(),
            payment.scheme().name(),
            payment.identity().name(),
            Date.valueOf(payment.paidOn()),
            Date.valueOf(payment.from().atDay(1)),
            Date.valueOf(payment.to().atDay(1)),
            payment.personalAmount(),
            payment.subsidyAmount(),
            payment.accountCredited(),
            payment.coverageYear(),
            payment.lumpSum(),
            sqlDate(payment.waitingFrom()),
            Date.valueOf(payment.benefitFrom())
        };
    }

    private void writeAccounts(List<AccountRow> accounts, Function<IdentityNumber, Long> ids) {
        db.batchUpdate(
                """
                insert into yiban.personal_account (person_id, pool, balance, as_of) values (?, ?, ?, ?)
                on conflict (person_id, pool) do update set balance = excluded.balance, as_of = excluded.as_of""",
                accounts.stream()
                        .map(row -> new Object[] {
                            ids.apply(row.number()), row.pool().value(), row.balance(), Date.valueOf(row.asOf())
                        })
                        .toList());
    }

    private static Date sqlDate(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
