package org.yiban.backpay.arrears;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/** The table of arrears. */
@Component
class ArrearsRecords {

    private static final TypeReference<List<ArrearsRun>> RUNS = new TypeReference<>() {};
    private static final TypeReference<KnownFacts> FACTS = new TypeReference<>() {};
    private static final TypeReference<ArrearsQuote> QUOTE = new TypeReference<>() {};
    private static final TypeReference<ArrearsOnRecord> ON_RECORD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ArrearsRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ArrearsCase found) {
        jdbc.sql("""
            insert into yiban.arrears_case (case_number, pool, unit_name, unit_code, ground, account_type, pay_on,
                contact_phone, runs)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """)
                .params(
                        found.number().value(),
                        found.pool().value(),
                        found.unitName(),
                        found.unitCode().value(),
                        found.ground().name(),
                        found.accountType().name(),
                        found.payOn(),
                        found.contactPhone(),
                        write(found.runs()))
                .update();
    }

    void facts(CaseNumber number, KnownFacts facts, LocalDate payOn) {
        update(
                "update yiban.arrears_case set facts = ?::jsonb, pay_on = ? where case_number = ?",
                write(facts),
                payOn,
                number.value());
    }

    void payOn(CaseNumber number, LocalDate day) {
        update("update yiban.arrears_case set pay_on = ? where case_number = ?", day, number.value());
    }

    void quote(CaseNumber number, ArrearsQuote quote) {
        update("update yiban.arrears_case set quote = ?::jsonb where case_number = ?", write(quote), number.value());
    }

    void ordered(CaseNumber number) {
        update(
                "update yiban.arrears_case set orders = orders + 1, waiting = true where case_number = ?",
                number.value());
    }

    void waitsNoMore(CaseNumber number) {
        update("update yiban.arrears_case set waiting = false where case_number = ?", number.value());
    }

    void received(CaseNumber number, BigDecimal amount, LocalDate receivedOn) {
        update(
                "update yiban.arrears_case set received = received + ?, received_on = coalesce(?, received_on)"
                        + " where case_number = ?",
                amount,
                receivedOn,
                number.value());
    }

    /** Part of what came in does not stay. */
    void givenBack(CaseNumber number, BigDecimal amount) {
        update("update yiban.arrears_case set received = received - ? where case_number = ?", amount, number.value());
    }

    void onRecord(CaseNumber number, ArrearsOnRecord left) {
        update("update yiban.arrears_case set on_record = ?::jsonb where case_number = ?", write(left), number.value());
    }

    void stopped(CaseNumber number, String reason) {
        update("update yiban.arrears_case set stop_reason = ? where case_number = ?", reason, number.value());
    }

    Optional<ArrearsCase> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.arrears_case where case_number = ?")
                .param(number.value())
                .query(this::found)
                .optional();
    }

    ArrearsCase require(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("case " + number + " has no arrears"));
    }

    /** The open cases about people in a pool, whoever employs them; two who ask at once ask one after the other. */
    List<ArrearsCase> openOf(Collection<Long> personIds, RegionCode pool) {
        personIds.stream().sorted().forEach(id -> jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('arrears', ?))")
                .param(id)
                .query((row, i) -> Boolean.TRUE)
                .single());
        return jdbc.sql("""
                select a.* from yiban.arrears_case a join yiban.case_file c on c.case_number = a.case_number
                where a.pool = ? and c.state = 'OPEN' and exists (
                    select from jsonb_array_elements(a.runs) run where (run ->> 'personId')::bigint = any (?))
                order by a.case_number
                """)
                .params(pool.value(), personIds.toArray(Long[]::new))
                .query(this::found)
                .list();
    }

    private void update(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private ArrearsCase found(ResultSet row, int index) throws SQLException {
        return new ArrearsCase(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getString("unit_name"),
                new UnitCode(row.getString("unit_code")),
                ArrearsGround.valueOf(row.getString("ground")),
                AccountType.valueOf(row.getString("account_type")),
                row.getObject("pay_on", LocalDate.class),
                row.getString("contact_phone"),
                read(row.getString("runs"), RUNS),
                read(row.getString("facts"), FACTS),
                read(row.getString("quote"), QUOTE),
                row.getInt("orders"),
                row.getBoolean("waiting"),
                row.getBigDecimal("received"),
                row.getObject("received_on", LocalDate.class),
                read(row.getString("on_record"), ON_RECORD),
                row.getString("stop_reason"));
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
