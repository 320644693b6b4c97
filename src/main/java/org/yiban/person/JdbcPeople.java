package org.yiban.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.keys.IdentityCipher;
import org.yiban.region.RegionCode;

/** The people in our own tables, where no core system is connected. */
@Repository
class JdbcPeople implements People {

    private static final String PERSON =
            "select id, identity_number, name, sex, born_on, died_on, retired_insured, retired_on from yiban.person ";

    private final JdbcClient db;
    private final IdentityCipher cipher;
    private final ApplicationEventPublisher events;
    private final JdbcEnrolments enrolments;
    private final JdbcMonths months;
    private final JdbcRetirements retirements;

    JdbcPeople(
            JdbcClient db,
            IdentityCipher cipher,
            ApplicationEventPublisher events,
            JdbcEnrolments enrolments,
            JdbcMonths months,
            JdbcRetirements retirements) {
        this.db = db;
        this.cipher = cipher;
        this.events = events;
        this.enrolments = enrolments;
        this.months = months;
        this.retirements = retirements;
    }

    @Override
    public Optional<Person> find(IdentityNumber number) {
        return db.sql(PERSON + "where identity_index = ?")
                .param(cipher.blindIndex(number))
                .query(this::person)
                .optional();
    }

    @Override
    public Map<IdentityNumber, Person> find(Collection<IdentityNumber> numbers) {
        Map<IdentityNumber, Person> found = new HashMap<>();
        db.sql(PERSON + "where identity_index = any (?)")
                .param(numbers.stream().map(cipher::blindIndex).toArray(byte[][]::new))
                .query(row -> {
                    IdentityNumber number = number(row, 0);
                    found.put(number, person(row, number));
                });
        return found;
    }

    @Override
    @Transactional
    public Person putOnRecord(IdentityNumber number, String name) {
        Person person = find(number).orElseGet(() -> insert(number, name));
        if (!person.name().equals(name)) {
            throw ProblemException.invalid("name", name, "与这个证件号码登记的姓名不符；请核对证件号码和姓名");
        }
        return person;
    }

    private Person insert(IdentityNumber number, String name) {
        if (number.bornOn() == null) {
            throw ProblemException.invalid("identityNumber", number.masked(), "这种证件的号码不含完整的出生日期和性别，请先在参保登记中登记此人");
        }
        long id = db.sql("select nextval(pg_get_serial_sequence('yiban.person', 'id'))")
                .query(Long.class)
                .single();
        db.sql("""
                        insert into yiban.person (id, identity_kind, identity_number, identity_index, name, sex, born_on,
                            retired_insured)
                        values (?, ?, ?, ?, ?, ?, ?, false) on conflict (identity_index) do nothing""")
                .params(
                        id,
                        number.kind().name(),
                        cipher.encrypt(id, number),
                        cipher.blindIndex(number),
                        name,
                        number.sex().name(),
                        number.bornOn())
                .update();
        return find(number).orElseThrow();
    }

    @Override
    public Person require(long personId) {
        return db.sql(PERSON + "where id = ?")
                .param(personId)
                .query(this::person)
                .optional()
                .orElseThrow(JdbcPeople::noSuchPerson);
    }

    @Override
    public Map<Long, Person> people(Collection<Long> personIds) {
        return db
                .sql(PERSON + "where id = any (?)")
                .param(personIds.toArray(Long[]::new))
                .query(this::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public Map<Long, LocalDate> deaths(Collection<Long> personIds) {
        Map<Long, LocalDate> deaths = new HashMap<>();
        db.sql("select id, died_on from yiban.person where id = any (?) and died_on is not null")
                .param(personIds.toArray(Long[]::new))
                .query(row -> {
                    deaths.put(row.getLong("id"), row.getObject("died_on", LocalDate.class));
                });
        return deaths;
    }

    @Override
    public Set<Long> named(String name) {
        return db.sql("select id from yiban.person where name = ?")
                .param(name)
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, String> names(Collection<Long> personIds) {
        return db
                .sql("select id, name from yiban.person where id = any (?)")
                .param(personIds.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Enrolment> enrolments(long personId) {
        return enrolments.of(personId);
    }

    @Override
    public Map<Long, List<Enrolment>> enrolments(Collection<Long> personIds) {
        return enrolments.of(personIds);
    }

    @Override
    public Optional<Enrolment> openEnrolment(long personId, RegionCode pool, Scheme scheme) {
        return enrolments.open(personId, pool, scheme);
    }

    @Override
    public List<ContributionMonth> months(long personId, RegionCode pool) {
        return months.of(personId, pool);
    }

    @Override
    @Transactional
    public void endEnrolment(long enrolmentId, LocalDate until, String reason) {
        enrolments.end(enrolmentId, until, reason);
    }

    @Override
    @Transactional
    public Enrolment takeBackEnding(long enrolmentId, String reason) {
        return enrolments.takeBackEnding(enrolmentId, reason);
    }

    @Override
    @Transactional
    public Enrolment enrol(long personId, RegionCode pool, Scheme scheme, MemberIdentity identity, LocalDate from) {
        return enrolments.enrol(require(personId).id(), pool, scheme, identity, from);
    }

    @Override
    @Transactional
    public void retire(long personId, LocalDate on) {
        retirements.retire(require(personId), on);
    }

    @Override
    @Transactional
    public void takeBackRetirement(long personId) {
        retirements.takeBack(require(personId));
    }

    @Override
    @Transactional
    public void startBenefits(long enrolmentId, LocalDate from) {
        retirements.startBenefits(enrolments.lock(enrolmentId), from);
    }

    @Override
    @Transactional
    public void takeBackBenefits(long enrolmentId) {
        retirements.takeBackBenefits(enrolments.lock(enrolmentId));
    }

    @Override
    @Transactional
    public int takeOverMonths(long personId, RegionCode toPool, List<ContributionMonth> stated) {
        return months.takeOver(personId, toPool, stated);
    }

    @Override
    @Transactional
    public int markTransferredOut(long personId, RegionCode pool, Scheme scheme, Set<YearMonth> gone, LocalDate on) {
        return months.markTransferredOut(personId, pool, scheme, gone, on);
    }

    @Override
    @Transactional
    public String revealIdentityNumber(long personId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", reason, "请填写查看完整证件号码的原因");
        }
        IdentityNumber number = db.sql("select id, identity_number from yiban.person where id = ?")
                .param(personId)
                .query(this::number)
                .optional()
                .orElseThrow(JdbcPeople::noSuchPerson);
        events.publishEvent(new IdentityNumberRevealed(personId, reason.strip()));
        return number.value();
    }

    private IdentityNumber number(ResultSet row, int rowNumber) throws SQLException {
        return cipher.decrypt(row.getLong("id"), row.getBytes("identity_number"));
    }

    private Person person(ResultSet row, int rowNumber) throws SQLException {
        return person(row, number(row, rowNumber));
    }

    private static Person person(ResultSet row, IdentityNumber number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("name"),
                number.masked(),
                Sex.valueOf(row.getString("sex")),
                day(row, "born_on"),
                day(row, "died_on"),
                row.getBoolean("retired_insured"),
                day(row, "retired_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static ProblemException noSuchPerson() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "没有这位参保人");
    }
}
