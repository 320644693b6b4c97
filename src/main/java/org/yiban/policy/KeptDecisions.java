package org.yiban.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads kept decisions in the order in which they were made, to ask them again of other tables. */
@Component
public class KeptDecisions {

    private final JdbcClient jdbc;

    KeptDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next decisions.
     *
     * @param family {@code null} for all families
     * @param from first business date; {@code null} for no bound
     * @param until last business date; {@code null} for no bound
     * @param after id of the last one read; 0 to begin
     */
    public List<KeptDecision> next(String family, LocalDate from, LocalDate until, long after, int limit) {
        return jdbc.sql("""
                        select id, family, business_date, table_version, facts, results from yiban.decision_record
                        where id > :after
                          and (:family::text is null or family = :family)
                          and (:from::date is null or business_date >= :from)
                          and (:until::date is null or business_date <= :until)
                        order by id limit :limit
                        """)
                .param("after", after)
                .param("family", family)
                .param("from", from)
                .param("until", until)
                .param("limit", limit)
                .query((row, i) -> read(row))
                .list();
    }

    private static KeptDecision read(ResultSet row) throws SQLException {
        return new KeptDecision(
                row.getLong("id"),
                row.getString("family"),
                row.getObject("business_date", LocalDate.class),
                row.getString("table_version"),
                PlainJson.values(row.getString("facts")),
                PlainJson.values(row.getString("results")));
    }
}
