package org.yiban.backpay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.JudgedService;
import org.yiban.backpay.years.StatedService;
import org.yiban.casework.CaseFile;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/**
 * The table of people who retire insured. How decisions came about is kept with the case's decisions and not once more
 * here.
 */
@Component
public class BackpayRecords {

    /** Left out of what is written, {@code null} in what is read. */
    @JsonIgnoreProperties({"explanation", "referred", "priced", "met"})
    private interface WithoutExplanation {}

    /** Provisions are written as their ids. */
    private abstract static class FromItsId {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FromItsId(String id) {}
    }

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BackpayRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json.copy()
                .addMixIn(ProvisionReference.class, FromItsId.class)
                .addMixIn(YearsTest.class, WithoutExplanation.class)
                .addMixIn(BackpayOption.class, WithoutExplanation.class)
                .addMixIn(JudgedService.class, WithoutExplanation.class)
                .addMixIn(CompiledYears.class, WithoutExplanation.class)
                .addMixIn(WeighedOptions.class, WithoutExplanation.class);
    }

    void add(CaseFile opened, StatedBackpay stated, List<StatedService> services, String file) {
        StatedBackpay kept = new StatedBackpay(
                stated.sex(),
                stated.requestedOn(),
                stated.retirementAgeOn(),
                stated.retirementKind(),
                stated.identity(),
                stated.accountType(),
                stated.convertsToAccount(),
                stated.pensionStarted(),
                stated.pensionLastMonth(),
                stated.applicant(),
                stated.agentName(),
                stated.contactPhone(),
                file);
        jdbc.sql("""
                        insert into yiban.backpay (case_number, pool, person_id, stated, services)
                        values (?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(opened.number().value(), opened.pool().value(), opened.personId(), write(kept), write(services))
                .update();
    }

    /** The months are compiled anew: what was decided by those before is void. */
    void compiled(CaseNumber number, List<StatedService> services, CompiledYears years, KnownFacts facts) {
        update(
                "update yiban.backpay set services = ?::jsonb, years = ?::jsonb, facts = ?::jsonb, tests = null,"
                        + " weighed = null, choice = null, credit = null, stop_reason = null, after_plan = null"
                        + " where case_number = ?",
                write(services),
                write(years),
                write(facts),
                number.value());
    }

    void tested(CaseNumber number, List<YearsTest> tests) {
        update("update yiban.backpay set tests = ?::jsonb where case_number = ?", write(tests), number.value());
    }

    /** Weighed anew: a choice made before is void. */
    void weighed(CaseNumber number, WeighedOptions weighed) {
        update(
                "update yiban.backpay set weighed = ?::jsonb, choice = null where case_number = ?",
                write(weighed),
                number.value());
    }

    void chosen(CaseNumber number, BackpayChoice choice) {
        update("update yiban.backpay set choice = ?::jsonb where case_number = ?", write(choice), number.value());
    }

    void ordered(CaseNumber number) {
        update("update yiban.backpay set orders = orders + 1, waiting = true where case_number = ?", number.value());
    }

    void waitsNoMore(CaseNumber number) {
        update("update yiban.backpay set waiting = false where case_number = ?", number.value());
    }

    /** What stays of what came in. */
    void received(CaseNumber number, BigDecimal amount, LocalDate receivedOn) {
        update(
                "update yiban.backpay set received = ?, received_on = ? where case_number = ?",
                amount,
                receivedOn,
                number.value());
    }

    void credited(CaseNumber number, AccountCredit credit) {
        update("update yiban.backpay set credit = ?::jsonb where case_number = ?", write(credit), number.value());
    }

    void accountCredited(CaseNumber number, BigDecimal amount) {
        update("update yiban.backpay set account_credited = ? where case_number = ?", amount, number.value());
    }

    /** The plan behind a case came to its end while an objection waits to be decided. */
    void afterPlan(CaseNumber number, String why) {
        update("update yiban.backpay set after_plan = ? where case_number = ?", why, number.value());
    }

    /** First day of the benefits; {@code null} if the retirement is taken back. */
    void retired(CaseNumber number, LocalDate benefitsFrom) {
        update("update yiban.backpay set benefits_from = ? where case_number = ?", benefitsFrom, number.value());
    }

    void stopped(CaseNumber number, String reason) {
        update("update yiban.backpay set stop_reason = ? where case_number = ?", reason, number.value());
    }

    void died(CaseNumber number, LocalDate on) {
        update("update yiban.backpay set died_on = ? where case_number = ?", on, number.value());
    }

    /** Writes down that a case is closed, or open again. */
    void open(CaseNumber number, boolean open) {
        update("update yiban.backpay set open = ? where case_number = ?", open, number.value());
    }

    /** Keeps what the decision rests on, which is to be taken again. */
    void keepDecided(CaseNumber number) {
        update("""
                update yiban.backpay set stands = jsonb_build_object('services', services, 'years', years, 'facts', facts,
                    'tests', tests, 'weighed', weighed, 'choice', choice, 'credit', credit)
                where case_number = ?
                """, number.value());
    }

    /** Nothing new was decided: what the earlier decision rests on stands again. */
    void standsAsDecided(CaseNumber number) {
        update("""
                update yiban.backpay b set services = d.services, years = d.years, facts = d.facts, tests = d.tests,
                    weighed = d.weighed, choice = d.choice, credit = d.credit
                from yiban.backpay kept, jsonb_populate_record(kept, kept.stands) d
                where b.case_number = ? and kept.case_number = b.case_number and kept.stands is not null
                """, number.value());
    }

    /** What was decided now stands alone. */
    void forgetDecided(CaseNumber number) {
        update("update yiban.backpay set stands = null where case_number = ?", number.value());
    }

    /** The record of a case. */
    public Backpay require(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("case " + number + " is no back-pay"));
    }

    Optional<Backpay> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.backpay where case_number = ?")
                .param(number.value())
                .query(this::backpay)
                .optional();
    }

    /** Holds a person's retirement until the transaction ends: two who register it at once open one case. */
    void lock(long personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('backpay', ?))")
                .param(personId)
                .query((row, i) -> Boolean.TRUE)
                .single();
    }

    /** The open cases of people, by person. */
    Map<Long, Backpay> openOf(Collection<Long> personIds) {
        return jdbc
                .sql("select * from yiban.backpay where person_id = any (?) and open")
                .param(personIds.toArray(Long[]::new))
                .query(this::backpay)
                .list()
                .stream()
                .collect(Collectors.toMap(Backpay::personId, Function.identity(), (first, second) -> first));
    }

    /** Whom a death would concern if it was early enough: their cases are open, or paid for. */
    Set<Long> payers() {
        return jdbc.sql("select person_id from yiban.backpay where died_on is null and (open or received > 0)")
                .query(Long.class)
                .set();
    }

    /** The cases that deaths concern, by person: open, or paid for with benefits that were to begin after that day. */
    List<Backpay> beforeBenefits(Map<Long, LocalDate> deaths) {
        return jdbc.sql("""
                        select b.* from unnest(?::bigint[], ?::date[]) as death (person_id, died_on)
                        join yiban.backpay b on b.person_id = death.person_id
                        where b.died_on is null and (b.open or b.received > 0)
                        and (b.open or b.benefits_from > death.died_on)
                        order by b.case_number
                        """)
                .params(
                        deaths.keySet().toArray(Long[]::new),
                        deaths.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .query(this::backpay)
                .list();
    }

    private void update(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private Backpay backpay(ResultSet row, int index) throws SQLException {
        return new Backpay(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                read(row.getString("stated"), StatedBackpay.class),
                read(row.getString("services"), new TypeReference<List<StatedService>>() {}),
                read(row.getString("years"), CompiledYears.class),
                read(row.getString("facts"), KnownFacts.class),
                read(row.getString("tests"), new TypeReference<List<YearsTest>>() {}),
                read(row.getString("weighed"), WeighedOptions.class),
                read(row.getString("choice"), BackpayChoice.class),
                row.getInt("orders"),
                row.getBoolean("waiting"),
                row.getBigDecimal("received"),
                row.getObject("received_on", LocalDate.class),
                read(row.getString("credit"), AccountCredit.class),
                row.getBigDecimal("account_credited"),
                row.getObject("benefits_from", LocalDate.class),
                row.getString("stop_reason"),
                row.getObject("died_on", LocalDate.class),
                row.getString("after_plan"),
                row.getBoolean("open"));
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        return read(text, new TypeReference<T>() {
            @Override
            public java.lang.reflect.Type getType() {
                return type;
            }
        });
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
