package org.yiban.exchange;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;

/** Where messages arrive; the same message arriving twice is kept once. */
@Component
class Inbox {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Inbox(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void receive(Message message) {
        OffsetDateTime now = time.now().toOffsetDateTime();
        jdbc.sql("""
                        insert into yiban.inbox
                          (message_key, type, from_pool, to_pool, conversation_id, payload, received_at, next_attempt_at)
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
}
