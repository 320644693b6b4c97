package org.yiban.person;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
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
    private static final String ENROLMENT_COLUMNS =
            "id, person_id, pool, scheme, identity, from_day, until_day, end_reason, waiting_from, benefit_from";
    private static final String ENROLMENT = "select " + ENROLMENT_COLUMNS + " from yiban.enrolment ";

    private final JdbcClient db;
    private final IdentityCipher cipher;
    private final ApplicationEventPublisher events;
    private final JdbcRetirements retirements;

    JdbcPeople(JdbcClient db, IdentityCipher cipher, ApplicationEventPublisher events, JdbcRetirements retirements) {
        this.db = db;
        this.cipher = cipher;
        this.events = events;
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
        return db.sql(ENROLMENT + "where person_id = ? order by pool, scheme, from_day")
                .param(personId)
                .query(JdbcPeople::enrolment)
                .list();
    }

    @Override
    public Map<Long, List<Enrolment>> enrolments(Collection<Long> personIds) {
        return db
                .sql(ENROLMENT + "where person_id = any (?) order by pool, scheme, from_day")
                .param(personIds.toArray(Long[]::new))
                .query(JdbcPeople::enrolment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Enrolment::personId));
    }

    @Override
    public Optional<Enrolment> openEnrolment(long personId, RegionCode pool, Scheme scheme) {
        return db.sql(ENROLMENT + "where person_id = ? and pool = ? and scheme = ? and until_day is null")
                .params(personId, pool.value(), scheme.name())
                .query(JdbcPeople::enrolment)
                .optional();
    }

    @Override
    public List<ContributionMonth> months(long personId, RegionCode pool) {
        return db.sql("""
                        select person_id, pool, scheme, month, kind, paid_in, base, transferred_out_on
                        from yiban.contribution_month
                        where person_id = ? and pool = ? and transferred_out_on is null
                        order by scheme, month""")
                .params(personId, pool.value())
                .query(JdbcPeople::month)
                .list();
    }

    @Override
    @Transactional
    public void endEnrolment(long enrolmentId, LocalDate until, String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("endReason", reason, "请填写终止原因");
        }
        Enrolment enrolment = db.sql(ENROLMENT + "where id = ? for update")
                .param(enrolmentId)
                .query(JdbcPeople::enrolment)
                .optional()
                .orElseThrow(JdbcPeople::noSuchEnrolment);
        if (until.isBefore(enrolment.from())) {
            throw ProblemException.invalid("until", until.toString(), "不能早于参保起始日 " + enrolment.from());
        }
        if (!enrolment.open()) {
            if (!enrolment.until().equals(until)) {
                throw ProblemException.of(
                        ProblemKind.CONFLICT, "until", until.toString(), "参保关系已于 " + enrolment.until() + " 终止");
            }
            return;
        }
        db.sql("update yiban.enrolment set until_day = ?, end_reason = ? where id = ?")
                .params(until, reason.strip(), enrolmentId)
                .update();
    }

    @Override
    @Transactional
    public Enrolment enrol(long personId, RegionCode pool, Scheme scheme, MemberIdentity identity, LocalDate from) {
        if (!identity.belongsTo(scheme)) {
            throw ProblemException.invalid("identity", identity.name(), "职工医保为 EMPLOYER 或 FLEXIBLE，居民医保为 RESIDENT");
        }
        require(personId);
        boolean taken = db.sql("""
                        select exists (select from yiban.enrolment
                        where person_id = ? and pool = ? and scheme = ? and coalesce(until_day, 'infinity') >= ?)""")
                .params(personId, pool.value(), scheme.name(), from)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw alreadyEnrolled(from);
        }
        try {
            return db.sql("""
                            insert into yiban.enrolment (person_id, pool, scheme, identity, from_day)
                            values (?, ?, ?, ?, ?)
                            returning\s""" + ENROLMENT_COLUMNS)
                    .params(personId, pool.value(), scheme.name(), identity.name(), from)
                    .query(JdbcPeople::enrolment)
                    .single();
        } catch (DuplicateKeyException e) {
            throw alreadyEnrolled(from);
        }
    }

    @Override
    @Transactional
    public void retire(long personId, LocalDate on) {
        retirements.retire(require(personId), on);
    }

    @Override
    @Transactional
    public void startBenefits(long enrolmentId, LocalDate from) {
        Enrolment enrolment = db.sql(ENROLMENT + "where id = ? for update")
                .param(enrolmentId)
                .query(JdbcPeople::enrolment)
                .optional()
                .orElseThrow(JdbcPeople::noSuchEnrolment);
        retirements.startBenefits(enrolment, from);
    }

    @Override
    @Transactional
    public int takeOverMonths(long personId, RegionCode toPool, List<ContributionMonth> months) {
        if (months.stream().anyMatch(month -> month.personId() != personId)) {
            throw new IllegalArgumentException("a month of another person than " + personId);
        }
        int added = db.sql("""
                        insert into yiban.contribution_month (person_id, pool, scheme, month, kind, paid_in, base)
                        select ?, ?, * from unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::numeric[])
                        on conflict (person_id, pool, scheme, month) where transferred_out_on is null do nothing""")
                .params(
                        personId,
                        toPool.value(),
                        texts(months, month -> month.scheme().name()),
                        texts(months, month -> month.month().atDay(1).toString()),
                        texts(months, month -> month.kind().name()),
                        texts(months, month -> month.paidIn().value()),
                        texts(
                                months,
                                month -> month.base() == null
                                        ? null
                                        : month.base().toPlainString()))
                .update();
        if (added > 0) {
            events.publishEvent(new MonthsRecorded(personId, toPool));
        }
        return added;
    }

    private static String[] texts(List<ContributionMonth> months, Function<ContributionMonth, String> of) {
        return months.stream().map(of).toArray(String[]::new);
    }

    @Override
    @Transactional
    public int markTransferredOut(long personId, RegionCode pool, Scheme scheme, Set<YearMonth> months, LocalDate on) {
        if (months.isEmpty()) {
            return 0;
        }
        return db.sql("""
                        update yiban.contribution_month set transferred_out_on = :on
                        where person_id = :person and pool = :pool and scheme = :scheme and month in (:months)
                        and transferred_out_on is null""")
                .param("on", on)
                .param("person", personId)
                .param("pool", pool.value())
                .param("scheme", scheme.name())
                .param("months", months.stream().map(month -> month.atDay(1)).toList())
                .update();
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

    private static Enrolment enrolment(ResultSet row, int rowNumber) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                row.getLong("person_id"),
                new RegionCode(row.getString("pool")),
                Scheme.valueOf(row.getString("scheme")),
                MemberIdentity.valueOf(row.getString("identity")),
                day(row, "from_day"),
                day(row, "until_day"),
                row.getString("end_reason"),
                day(row, "waiting_from"),
                day(row, "benefit_from"));
    }

    private static ContributionMonth month(ResultSet row, int rowNumber) throws SQLException {
        return new ContributionMonth(
                row.getLong("person_id"),
                new RegionCode(row.getString("pool")),
                Scheme.valueOf(row.getString("scheme")),
                YearMonth.from(Objects.requireNonNull(day(row, "month"))),
                MonthKind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("paid_in")),
                row.getObject("base", BigDecimal.class),
                day(row, "transferred_out_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static ProblemException noSuchPerson() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "没有这位参保人");
    }

    private static ProblemException noSuchEnrolment() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "没有这条参保关系");
    }

    private static ProblemException alreadyEnrolled(LocalDate from) {
        return ProblemException.of(ProblemKind.CONFLICT, "from", from.toString(), "该统筹区同一险种已有参保关系，起始日应在其终止之后");
    }
}
