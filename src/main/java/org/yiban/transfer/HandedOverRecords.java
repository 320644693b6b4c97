package org.yiban.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;

/** The table of applications that were handed over to the transfer-in side. */
@Component
class HandedOverRecords {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    HandedOverRecords(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void add(UUID conversation, ReadApplication application, long personId, String by, String key) {
        jdbc.sql("""
                insert into yiban.handed_over_application (conversation_id, pool, to_region, to_pool, person_id,
                    applied_on, registered_by, registered_at, submission_key, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        conversation,
                        application.from().pool().value(),
                        application.to().code().value(),
                        application.to().pool().value(),
                        personId,
                        application.appliedOn(),
                        by,
                        time.now().toOffsetDateTime(),
                        key,
                        application.content(personId))
                .update();
    }

    /** Keeps what the transfer-in side answered; the first answer counts. */
    void answer(UUID conversation, RegionCode from, String caseNumber, String refusalReason) {
        jdbc.sql("""
                update yiban.handed_over_application set case_number = ?, refusal_reason = ?, answered_at = ?
                where conversation_id = ? and to_pool = ? and answered_at is null
                """)
                .params(caseNumber, refusalReason, time.now().toOffsetDateTime(), conversation, from.value())
                .update();
    }

    Optional<Row> find(UUID conversation) {
        return jdbc.sql("select * from yiban.handed_over_application where conversation_id = ?")
                .param(conversation)
                .query(HandedOverRecords::row)
                .optional();
    }

    Optional<Row> find(String by, String key) {
        return jdbc.sql("select * from yiban.handed_over_application where registered_by = ? and submission_key = ?")
                .params(by, key)
                .query(HandedOverRecords::row)
                .optional();
    }

    /** The newest of some pools, newest first. */
    List<Row> of(Collection<RegionCode> pools) {
        if (pools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from yiban.handed_over_application where pool in (:pools)
                order by registered_at desc limit :most
                """)
                .param("pools", pools.stream().map(RegionCode::value).toList())
                .param("most", MOST)
                .query(HandedOverRecords::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("conversation_id", UUID.class),
                new RegionCode(row.getString("pool")),
                new RegionCode(row.getString("to_region")),
                row.getLong("person_id"),
                row.getObject("applied_on", LocalDate.class),
                row.getString("content"),
                row.getString("case_number"),
                row.getString("refusal_reason"),
                moment(row, "registered_at"),
                moment(row, "answered_at"));
    }

    private static OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(BusinessTime.ZONE).toOffsetDateTime();
    }

    /** A row of it; {@code null} where the other side has not answered. */
    record Row(
            UUID conversation,
            RegionCode pool,
            RegionCode toRegion,
            long personId,
            LocalDate appliedOn,
            String content,
            String caseNumber,
            String refusalReason,
            OffsetDateTime registeredAt,
            OffsetDateTime answeredAt) {}
}
