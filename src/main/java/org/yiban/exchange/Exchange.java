package org.yiban.exchange;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.MessageHandler.Handling;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.ServedPools;

/**
 * Moves messages from the outbox to the inbox of the pool they are for, and from the inbox to their handlers. Each
 * message moves in a transaction of its own, on whichever node takes it; what fails is tried again later and later, and
 * never given up.
 */
@Component
public class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final ServedPools served;
    private final Map<String, MessageHandler> handlers;
    private final BusinessTime time;

    Exchange(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Inbox inbox,
            ServedPools served,
            List<MessageHandler> handlers,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.inbox = inbox;
        this.served = served;
        this.handlers = handlers.stream().collect(Collectors.toMap(MessageHandler::type, Function.identity()));
        this.time = time;
    }

    /** Moves everything that is due, until nothing moves any more; returns how many messages were taken up. */
    public int moveAll() {
        int moved = 0;
        while (moveOne(Box.OUTBOX, this::deliver) || moveOne(Box.INBOX, this::handle)) {
            moved++;
        }
        return moved;
    }

    private Handling deliver(Message message) {
        if (!served.contains(message.to())) {
            throw new IllegalStateException(
                    "no way is known to pool " + message.to().value());
        }
        inbox.receive(message);
        return Handling.HANDLED;
    }

    private Handling handle(Message message) {
        MessageHandler handler = handlers.get(message.type());
        if (handler == null) {
            throw new IllegalStateException("no handler for messages of type " + message.type());
        }
        return handler.handle(message);
    }

    private boolean moveOne(Box box, Function<Message, Handling> step) {
        AtomicReference<Waiting> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> {
                lockNext(box).ifPresent(waiting -> {
                    taken.set(waiting);
                    if (step.apply(waiting.message()) == Handling.HANDLED) {
                        done(box, waiting);
                    } else {
                        postpone(box, waiting, "too early");
                    }
                });
            });
        } catch (RuntimeException e) {
            Waiting waiting = taken.get();
            if (waiting == null) {
                throw e;
            }
            LOG.warn(
                    "Message {} in the {} failed, attempt {}", waiting.message().key(), box, waiting.attempts() + 1, e);
            transaction.executeWithoutResult(status -> postpone(box, waiting, e.toString()));
        }
        return taken.get() != null;
    }

    private Optional<Waiting> lockNext(Box box) {
        return jdbc.sql(
                        "select * from " + box.table + " where " + box.doneColumn
                                + " is null and next_attempt_at <= ? order by next_attempt_at, id limit 1 for update skip locked")
                .param(now())
                .query((row, i) -> new Waiting(row.getLong("id"), row.getInt("attempts"), Outbox.message(row)))
                .optional();
    }

    private void done(Box box, Waiting waiting) {
        jdbc.sql("update " + box.table + " set " + box.doneColumn + " = ?, last_error = null where id = ?")
                .params(now(), waiting.id())
                .update();
    }

    private void postpone(Box box, Waiting waiting, String why) {
        long seconds = Math.min(1L << Math.min(waiting.attempts(), 20), LONGEST_PAUSE.toSeconds());
        jdbc.sql("update " + box.table
                        + " set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?")
                .params(now().plusSeconds(seconds), why, waiting.id())
                .update();
    }

    private OffsetDateTime now() {
        return time.now().toOffsetDateTime();
    }

    private record Waiting(long id, int attempts, Message message) {}

    private enum Box {
        OUTBOX("yiban.outbox", "delivered_at"),
        INBOX("yiban.inbox", "handled_at");

        private final String table;
        private final String doneColumn;

        Box(String table, String doneColumn) {
            this.table = table;
            this.doneColumn = doneColumn;
        }
    }
}
