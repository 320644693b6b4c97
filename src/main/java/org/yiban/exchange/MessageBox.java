package org.yiban.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.kernel.BusinessTime;

/** A table of messages that wait to be moved on. Every change joins the transaction of its caller. */
final class MessageBox {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final String table;
    private final String writtenColumn;
    private final String doneColumn;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    private MessageBox(String table, String writtenColumn, String doneColumn, JdbcClient jdbc, BusinessTime time) {
        this.table = table;
        this.writtenColumn = writtenColumn;
        this.doneColumn = doneColumn;
        this.jdbc = jdbc;
        this.time = time;
    }

    static MessageBox outbox(JdbcClient jdbc, BusinessTime time) {
        return new MessageBox("yiban.outbox", "written_at", "delivered_at", jdbc, time);
    }

    static MessageBox inbox(JdbcClient jdbc, BusinessTime time) {
        return new MessageBox("yiban.inbox", "received_at", "handled_at", jdbc, time);
    }

    /** Puts a message in; one whose key is already there is dropped. */
    void put(Message message) {
        jdbc.sql("insert into " + table + " (message_key, type, sender, recipient, conversation_id, payload, "
                        + writtenColumn + ", next_attempt_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)"
                        + " on conflict (sender, message_key) do nothing")
                .params(
                        message.key(),
                        message.type(),
                        message.from().name(),
                        message.to().name(),
                        message.conversationId(),
                        message.payload(),
                        now(),
                        now())
                .update();
    }

    /** The message that has been due longest, locked; those that another node has locked are passed over. */
    Optional<Waiting> lockNext() {
        return jdbc.sql(
                        "select * from " + table + " where " + doneColumn
                                + " is null and next_attempt_at <= ? order by next_attempt_at, id limit 1 for update skip locked")
                .param(now())
                .query((row, i) -> new Waiting(row.getLong("id"), row.getInt("attempts"), message(row)))
                .optional();
    }

    void done(Waiting waiting) {
        jdbc.sql("update " + table + " set " + doneColumn + " = ?, last_error = null where id = ?")
                .params(now(), waiting.id())
                .update();
    }

    /** Offers the message again later: after a second first, then each time twice as late, ten minutes at most. */
    void postpone(Waiting waiting, String why) {
        long seconds = Math.min(1L << Math.min(waiting.attempts(), 20), LONGEST_PAUSE.toSeconds());
        jdbc.sql("update " + table + " set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?")
                .params(now().plusSeconds(seconds), why, waiting.id())
                .update();
    }

    @Override
    public String toString() {
        return table;
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("message_key"),
                row.getString("type"),
                new Party(row.getString("sender")),
                new Party(row.getString("recipient")),
                row.getObject("conversation_id", UUID.class),
                row.getString("payload"));
    }

    /**
     * A message that waits.
     *
     * @param attempts how often it was taken up in vain
     */
    record Waiting(long id, int attempts, Message message) {}
}
