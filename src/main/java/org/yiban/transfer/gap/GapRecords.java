package org.yiban.transfer.gap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** The table of gaps, one a case. */
@Component
class GapRecords {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    GapRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Begins the gap of a case; what was quoted, decided and paid for it before is void. Its orders count on, so that their
     * keys stay different.
     */
    void open(
            CaseNumber number,
            RegionCode pool,
            long personId,
            UUID conversation,
            YearMonth statedUntil,
            GapFacts facts) {
        jdbc.sql("""
            insert into yiban.benefit_gap (case_number, pool, person_id, conversation_id, stated_until, facts)
            values (?, ?, ?, ?, ?, ?::jsonb)
            on conflict (case_number) do update set conversation_id = excluded.conversation_id,
              stated_until = excluded.stated_until, facts = excluded.facts, quotes = null, to_pay = null,
              amount = null, amount_source = null, counts_until = null, received = 0, received_on = null,
              first_order = benefit_gap.orders + 1, outcome = null
            """)
                .params(
                        number.value(),
                        pool.value(),
                        personId,
                        conversation,
                        statedUntil == null ? null : statedUntil.atDay(1),
                        write(facts))
                .update();
    }

    /** A payment that is under way goes on in a conversation that began anew. */
    void goesOnIn(CaseNumber number, UUID conversation) {
        update("update yiban.benefit_gap set conversation_id = ? where case_number = ?", conversation, number.value());
    }

    void facts(CaseNumber number, GapFacts facts) {
        update("update yiban.benefit_gap set facts = ?::jsonb where case_number = ?", write(facts), number.value());
    }

    void quotes(CaseNumber number, GapQuotes quotes) {
        update("update yiban.benefit_gap set quotes = ?::jsonb where case_number = ?", write(quotes), number.value());
    }

    void chosen(CaseNumber number, boolean toPay, BigDecimal amount, String amountSource) {
        update(
                "update yiban.benefit_gap set to_pay = ?, amount = ?, amount_source = ? where case_number = ?",
                toPay,
                amount,
                amountSource,
                number.value());
    }

    void ordered(CaseNumber number, LocalDate countsUntil) {
        update(
                "update yiban.benefit_gap set orders = orders + 1, waiting = true, counts_until = ? where case_number"
                        + " = ?",
                countsUntil,
                number.value());
    }

    void waitsNoMore(CaseNumber number) {
        update("update yiban.benefit_gap set waiting = false where case_number = ?", number.value());
    }

    void received(CaseNumber number, BigDecimal amount, LocalDate receivedOn) {
        update(
                "update yiban.benefit_gap set received = received + ?, received_on = coalesce(?, received_on)"
                        + " where case_number = ?",
                amount,
                receivedOn,
                number.value());
    }

    void ended(CaseNumber number, GapOutcome outcome) {
        update("update yiban.benefit_gap set outcome = ? where case_number = ?", outcome.name(), number.value());
    }

    Optional<BenefitGap> find(CaseNumber number) {
        return jdbc.sql("select * from yiban.benefit_gap where case_number = ?")
                .param(number.value())
                .query(this::gap)
                .optional();
    }

    BenefitGap require(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("case " + number + " has no gap on record"));
    }

    private void update(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private BenefitGap gap(ResultSet row, int index) throws SQLException {
        String quotes = row.getString("quotes");
        String outcome = row.getString("outcome");
        LocalDate statedUntil = row.getObject("stated_until", LocalDate.class);
        return new BenefitGap(
                new CaseNumber(row.getString("case_number")),
                new RegionCode(row.getString("pool")),
                row.getLong("person_id"),
                row.getObject("conversation_id", UUID.class),
                statedUntil == null ? null : YearMonth.from(statedUntil),
                read(row.getString("facts"), GapFacts.class),
                quotes == null ? null : read(quotes, GapQuotes.class),
                row.getObject("to_pay", Boolean.class),
                row.getBigDecimal("amount"),
                row.getString("amount_source"),
                row.getObject("counts_until", LocalDate.class),
                row.getInt("first_order"),
                row.getInt("orders"),
                row.getBoolean("waiting"),
                row.getBigDecimal("received"),
                row.getObject("received_on", LocalDate.class),
                outcome == null ? null : GapOutcome.valueOf(outcome));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
