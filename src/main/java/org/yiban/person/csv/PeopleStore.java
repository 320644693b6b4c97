package org.yiban.person.csv;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleImported;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.csv.PeopleContent.EnrolmentRow;
import org.yiban.person.csv.PeopleContent.PersonRow;
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
    private final People people;

    PeopleStore(JdbcTemplate db, IdentityCipher cipher, People people) {
        this.db = db;
        this.cipher = cipher;
        this.people = people;
    }

    /**
     * Writes the content.
     *
     * @return what was added
     * @throws ProblemException naming every row that contradicts what is stored
     */
    public PeopleImported write(PeopleContent content, String source, Predicate<RegionCode> allowed) {
        RecordComparison comparison = new RecordComparison(content, new Stored(), allowed);
        content.problems().throwIfAny();
        Map<IdentityNumber, Long> newIds = insertPeople(comparison.newPeople());
        updatePeople(comparison.changedPeople());
        insertEnrolments(comparison, newIds);
        endEnrolments(comparison.endedEnrolments());
        insertMonths(comparison, newIds);
        return new PeopleImported(
                source,
                comparison.newPeople().size(),
                comparison.newEnrolments().size() + comparison.endedEnrolments().size(),
                comparison.newMonths().stream()
                        .mapToInt(some -> some.months().size())
                        .sum());
    }

    private Map<IdentityNumber, Long> insertPeople(List<PersonRow> people) {
        Map<IdentityNumber, Long> ids = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (PersonRow person : people) {
            long id = Objects.requireNonNull(
                    db.queryForObject("select nextval(pg_get_serial_sequence('yiban.person', 'id'))", Long.class));
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
                person.retiredInsured()
            });
        }
        db.batchUpdate("""
                insert into yiban.person (id, identity_kind, identity_number, identity_index, name, sex, born_on,
                    died_on, retired_insured)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        return ids;
    }

    private void updatePeople(Map<Long, PersonRow> changed) {
        changed.forEach((id, person) -> db.update(
                "update yiban.person set died_on = ?, retired_insured = ? where id = ?",
                sqlDate(person.diedOn()),
                person.retiredInsured(),
                id));
    }

    private void insertEnrolments(RecordComparison comparison, Map<IdentityNumber, Long> newIds) {
        db.batchUpdate(
                """
                insert into yiban.enrolment (person_id, pool, scheme, identity, from_day, until_day, end_reason)
                values (?, ?, ?, ?, ?, ?, ?)""",
                comparison.newEnrolments().stream()
                        .map(enrolment -> new Object[] {
                            id(enrolment.number(), comparison, newIds),
                            enrolment.pool().value(),
                            enrolment.scheme().name(),
                            enrolment.identity().name(),
                            Date.valueOf(enrolment.from()),
                            sqlDate(enrolment.until()),
                            enrolment.endReason()
                        })
                        .toList());
    }

    private void endEnrolments(Map<Long, EnrolmentRow> ended) {
        ended.forEach((id, row) -> db.update(
                "update yiban.enrolment set until_day = ?, end_reason = ? where id = ?",
                sqlDate(row.until()),
                row.endReason(),
                id));
    }

    private void insertMonths(RecordComparison comparison, Map<IdentityNumber, Long> newIds) {
        db.batchUpdate(
                """
                insert into yiban.contribution_month (person_id, pool, scheme, month, kind, paid_in, base)
                select ?, ?, ?, month, ?, ?, ? from unnest(?::date[]) as month""",
                comparison.newMonths().stream()
                        .map(some -> new Object[] {
                            id(some.run().number(), comparison, newIds),
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

    private static Long id(IdentityNumber number, RecordComparison comparison, Map<IdentityNumber, Long> newIds) {
        Long stored = comparison.idOf(number);
        return stored == null ? newIds.get(number) : stored;
    }

    private static Date sqlDate(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** What our own tables hold. */
    private final class Stored implements RecordComparison.Record {

        @Override
        public Person person(IdentityNumber number) {
            return people.find(number).orElse(null);
        }

        @Override
        public List<Enrolment> enrolments(long personId) {
            return people.enrolments(personId);
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
    }
}
