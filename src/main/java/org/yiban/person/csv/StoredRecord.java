package org.yiban.person.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.csv.PaymentComparison.Account;
import org.yiban.person.csv.PaymentComparison.Statement;
import org.yiban.region.RegionCode;

/** What our own tables hold, as files are held against it. */
@Component
class StoredRecord implements KnownPeople.Record, RecordComparison.Record, PaymentComparison.Record {

    private final JdbcTemplate db;
    private final People people;
    private final Payments payments;

    StoredRecord(JdbcTemplate db, People people, Payments payments) {
        this.db = db;
        this.people = people;
        this.payments = payments;
    }

    @Override
    public Map<IdentityNumber, Person> people(Collection<IdentityNumber> numbers) {
        return people.find(numbers);
    }

    @Override
    public Map<Long, List<Enrolment>> enrolments(Collection<Long> personIds) {
        return people.enrolments(personIds);
    }

    @Override
    public List<ContributionMonth> months(long personId, RegionCode pool) {
        return people.months(personId, pool);
    }

    @Override
    public Map<YearMonth, LocalDate> transferredOut(long personId, RegionCode pool, Scheme scheme) {
        Map<YearMonth, LocalDate> gone = new HashMap<>();
        db.query(
                """
                select month, max(transferred_out_on) as gone_on from yiban.contribution_month
                where person_id = ? and pool = ? and scheme = ? and transferred_out_on is not null
                group by month""",
                row -> {
                    gone.put(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getObject("gone_on", LocalDate.class));
                },
                personId,
                pool.value(),
                scheme.name());
        return gone;
    }

    @Override
    public Map<String, Payment> payments(Collection<String> references) {
        return payments.find(references);
    }

    @Override
    public Map<Account, Statement> accounts(Collection<Long> personIds) {
        Map<Account, Statement> stated = new HashMap<>();
        db.query(
                "select person_id, pool, balance, as_of from yiban.personal_account where person_id = any (?)",
                row -> {
                    stated.put(
                            new Account(row.getLong("person_id"), new RegionCode(row.getString("pool"))),
                            new Statement(row.getBigDecimal("balance"), row.getObject("as_of", LocalDate.class)));
                },
                (Object) personIds.toArray(Long[]::new));
        return stated;
    }
}
