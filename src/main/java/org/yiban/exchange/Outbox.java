package org.yiban.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;

/** Where messages are written in the transaction of their effect; delivery follows after its commit. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Outbox(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Writes a message; one whose key is already written is not written again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        OffsetDateTime now = time.now().toOffsetDateTime();
        jdbc.sql("""
                        insert into yiban.outbox
                          (message_key, type, from_pool, to_pool, conversation_id, payload, written_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (message_key) do nothing
                        """)
                .params(
                        message.key(),
                        message.type(),
                        message.from().value(),
                        message.to().value(),
                        message.conversationId(),
                        message.payload(),
                        now,
                        now)
                .update();
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("message_key"),
                row.getString("type"),
                new RegionCode(row.getString("from_pool")),
                new RegionCode(row.getString("to_pool")),
                row.getObject("conversation_id", UUID.class),
                row.getString("payload"));
    }
}
