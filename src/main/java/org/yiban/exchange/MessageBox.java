package org.yiban.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.keys.TextCipher;

/**
 * A table of messages that wait to be moved on. Every change joins the transaction of its caller. What is told is stored
 * encrypted: it may name people and accounts.
 */
final class MessageBox {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int LONGEST_REASON = 500;

    private final Box box;
    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final TextCipher cipher;
    private final Function<Message, Optional<String>> partner;

    /** @param partner who carries a message out of here, or brought it; empty for messages between pools served here */
    MessageBox(
            Box box,
            JdbcClient jdbc,
            BusinessTime time,
            TextCipher cipher,
            Function<Message, Optional<String>> partner) {
        this.box = box;
        this.jdbc = jdbc;
        this.time = time;
        this.cipher = cipher;
        this.partner = partner;
    }

    /** Puts a message in; returns whether it is new: one whose key its sender used before is left out. */
    boolean put(Message message) {
        return jdbc.sql(
                                "insert into " + box.table()
                                        + " (message_key, type, sender, recipient, partner, conversation_id, sealed, "
                                        + box.written()
                                        + ", next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sender, message_key) do nothing")
                        .params(
                                message.key(),
                                message.type(),
                                message.from().name(),
                                message.to().name(),
                                partner.apply(message).orElse(null),
                                message.conversationId(),
                                cipher.encrypt(place(message.from().name(), message.key()), message.payload()),
                                now(),
                                now())
                        .update()
                == 1;
    }

    /** The message between pools that has been due longest, locked; those that another node has locked are passed over. */
    Optional<Waiting> lockNext() {
        String inside = box == Box.OUT ? "partner is null and " : "";
        return jdbc.sql("select * from " + box.table() + " where " + inside + box.open()
                        + " and next_attempt_at <= ? order by next_attempt_at, id limit 1 for update skip locked")
                .param(now())
                .query((row, i) -> waiting(row))
                .optional();
    }

    /**
     * Takes the message for a partner that has been due longest, for as long as the lease: if whoever took it dies, it is
     * due again after that. The attempt is counted at once.
     */
    Optional<Waiting> takeNext(String partner, Duration lease) {
        return jdbc.sql(
                        "update " + box.table()
                                + " set next_attempt_at = ?, attempts = attempts + 1 where id = (select id from "
                                + box.table() + " where partner = ? and " + box.open()
                                + " and next_attempt_at <= ? order by next_attempt_at, id limit 1 for update skip locked) returning *")
                .params(now().plus(lease), partner, now())
                .query((row, i) -> waiting(row))
                .optional();
    }

    void done(long id) {
        jdbc.sql("update " + box.table() + " set " + box.done()
                        + " = ?, refused_at = null, last_error = null where id = ?")
                .params(now(), id)
                .update();
    }

    /** Holds a message that nobody waits for yet. */
    void hold(Waiting waiting) {
        postpone(waiting.id(), waiting.attempts(), "还没有案件或批次在等这条消息");
        jdbc.sql("update " + box.table() + " set early = true where id = ?")
                .param(waiting.id())
                .update();
    }

    /** Offers a message that failed again later. */
    void postpone(Waiting waiting, String why) {
        postpone(waiting.id(), waiting.attempts(), why);
        if (box == Box.IN) {
            jdbc.sql("update " + box.table() + " set early = false where id = ?")
                    .param(waiting.id())
                    .update();
        }
    }

    /** After a second first, then each time twice as late, ten minutes at most. */
    private void postpone(long id, int attempts, String why) {
        jdbc.sql("update " + box.table() + " set attempts = ?, next_attempt_at = ?, last_error = ? where id = ?")
                .params(attempts + 1, now().plus(pause(attempts)), shortened(why), id)
                .update();
    }

    /** Offers a message again later whose attempt was counted when it was taken. */
    void giveBack(Waiting waiting, String why) {
        postpone(waiting.id(), waiting.attempts() - 1, why);
    }

    /** Keeps a message that will never be taken, until a person offers it again. */
    void refuse(long id, String why) {
        jdbc.sql("update " + box.table() + " set refused_at = ?, last_error = ? where id = ?")
                .params(now(), shortened(why), id)
                .update();
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(1L << Math.min(attempts, 20), LONGEST_PAUSE.toSeconds()));
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "…";
    }

    @Override
    public String toString() {
        return box.table();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        String sender = row.getString("sender");
        String key = row.getString("message_key");
        byte[] sealed = row.getBytes("sealed");
        return new Waiting(
                row.getLong("id"),
                row.getInt("attempts"),
                row.getObject(box.written(), OffsetDateTime.class),
                new Message(
                        key,
                        row.getString("type"),
                        new Party(sender),
                        new Party(row.getString("recipient")),
                        row.getObject("conversation_id", UUID.class),
                        sealed == null ? row.getString("payload") : cipher.decrypt(place(sender, key), sealed)));
    }

    private String place(String sender, String key) {
        return box.table() + ".sealed:" + sender + ":" + key;
    }

    /**
     * A message that waits.
     *
     * @param attempts how often it was taken up
     * @param writtenAt when it came into the box
     */
    record Waiting(long id, int attempts, OffsetDateTime writtenAt, Message message) {}
}
