package org.yiban.enquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;

/** Enquiries on record; they are only added to. */
@Component
class EnquiryRecords {

    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};
    private static final String SELECT =
            "select number, pool, family, facts, note, asked_by, asked_at from yiban.enquiry ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EnquiryRecords(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Enquiry enquiry) {
        jdbc.sql("""
                        insert into yiban.enquiry (number, pool, family, facts, note, asked_by, asked_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        enquiry.number().value(),
                        enquiry.pool().value(),
                        enquiry.family(),
                        write(enquiry.facts()),
                        enquiry.note(),
                        enquiry.askedBy(),
                        enquiry.askedAt().toOffsetDateTime())
                .update();
    }

    Optional<Enquiry> find(CaseNumber number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /**
     * The latest of some pools, newest first.
     *
     * @param before the number behind which to go on; {@code null} to begin
     */
    List<Enquiry> latest(Collection<RegionCode> pools, CaseNumber before, int limit) {
        return jdbc.sql(SELECT + """
                        where pool in (:pools)
                          and (:before::text is null or (asked_at, number) <
                               (select asked_at, number from yiban.enquiry where number = :before))
                        order by asked_at desc, number desc limit :limit
                        """)
                .param("pools", pools.stream().map(RegionCode::value).toList())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query((row, i) -> read(row))
                .list();
    }

    private Enquiry read(ResultSet row) throws SQLException {
        return new Enquiry(
                new CaseNumber(row.getString("number")),
                new RegionCode(row.getString("pool")),
                row.getString("family"),
                facts(row.getString("facts")),
                row.getString("note"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE));
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts are texts", e);
        }
    }

    private Map<String, String> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept enquiry cannot be read", e);
        }
    }
}
