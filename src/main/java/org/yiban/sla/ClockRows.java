package org.yiban.sla;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.CaseNumber;

/** Keeps what is listed and counted of clocks. Everything in it follows from the events and the calendar. */
@Component
class ClockRows {

    private static final List<String> COLUMNS = List.of(
            "pool",
            "kind",
            "accepted_on",
            "working_days",
            "extended",
            "nature",
            "due_on",
            "held_since",
            "left_when_held",
            "paused_on",
            "pause_reason",
            "at_risk_on",
            "provisional",
            "leg",
            "leg_due_on",
            "stopped_on",
            "met",
            "computed_by");

    private static final String ADD = "insert into yiban.case_clock (case_number, " + String.join(", ", COLUMNS)
            + ") values (:caseNumber, "
            + COLUMNS.stream().map(column -> ":" + property(column)).collect(Collectors.joining(", ")) + ")";

    private static final ParsedSql ADD_PARSED = NamedParameterUtils.parseSqlStatement(ADD);
    private static final String ADD_BY_POSITION = NamedParameterUtils.substituteNamedParameters(ADD, null);

    private static final String KEEP = ADD + " on conflict (case_number) do update set "
            + COLUMNS.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final PendingWrites writes;

    ClockRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, PendingWrites writes) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.writes = writes;
    }

    /** Adds the row of a case that was opened in this transaction. */
    void add(ClockRow row) {
        SqlParameterSource values = new SimplePropertySqlParameterSource(row);
        writes.later(ADD_BY_POSITION, NamedParameterUtils.buildValueArray(ADD_PARSED, values, null));
    }

    void keep(Collection<ClockRow> rows) {
        batches.batchUpdate(
                KEEP,
                rows.stream()
                        .map(SimplePropertySqlParameterSource::new)
                        .toArray(SimplePropertySqlParameterSource[]::new));
    }

    /** The rows of some cases, held until the transaction ends. */
    Map<String, ClockRow> lock(Collection<CaseNumber> numbers) {
        return jdbc
                .sql("select * from yiban.case_clock where case_number = any (?) order by case_number for update")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(ClockRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ClockRow::caseNumber, Function.identity()));
    }

    private static String property(String column) {
        String[] words = column.split("_");
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
