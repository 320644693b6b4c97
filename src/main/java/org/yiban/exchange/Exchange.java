package org.yiban.exchange;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.MessageBox.Waiting;
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

    private final MessageBox outbox;
    private final MessageBox inbox;
    private final TransactionTemplate transaction;
    private final ServedPools served;
    private final Map<String, MessageHandler> handlers;

    Exchange(
            JdbcClient jdbc,
            BusinessTime time,
            TransactionTemplate transaction,
            ServedPools served,
            List<MessageHandler> handlers) {
        this.outbox = MessageBox.outbox(jdbc, time);
        this.inbox = MessageBox.inbox(jdbc, time);
        this.transaction = transaction;
        this.served = served;
        this.handlers = handlers.stream().collect(Collectors.toMap(MessageHandler::type, Function.identity()));
    }

    /** Moves everything that is due, until nothing moves any more; returns how many messages were taken up. */
    public int moveAll() {
        int moved = 0;
        while (moveOne(outbox, this::deliver) || moveOne(inbox, this::handle)) {
            moved++;
        }
        return moved;
    }

    private Handling deliver(Message message) {
        if (!message.to().isPool() || !served.contains(message.to().toPool())) {
            throw new IllegalStateException("no way is known to " + message.to());
        }
        inbox.put(message);
        return Handling.HANDLED;
    }

    private Handling handle(Message message) {
        MessageHandler handler = handlers.get(message.type());
        if (handler == null) {
            throw new IllegalStateException("no handler for messages of type " + message.type());
        }
        if (!handler.listensTo(message.from())) {
            throw new IllegalStateException(message.from() + " may not send messages of type " + message.type());
        }
        return handler.handle(message);
    }

    private boolean moveOne(MessageBox box, Function<Message, Handling> step) {
        AtomicReference<Waiting> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> box.lockNext().ifPresent(waiting -> {
                taken.set(waiting);
                if (step.apply(waiting.message()) == Handling.HANDLED) {
                    box.done(waiting);
                } else {
                    box.postpone(waiting, "too early");
                }
            }));
        } catch (RuntimeException e) {
            Waiting waiting = taken.get();
            if (waiting == null) {
                throw e;
            }
            log(box, waiting, e);
            transaction.executeWithoutResult(status -> box.postpone(waiting, e.toString()));
        }
        return taken.get() != null;
    }

    /** The whole trace the first time; after that a line an attempt. */
    private static void log(MessageBox box, Waiting waiting, RuntimeException e) {
        if (waiting.attempts() == 0) {
            LOG.warn("Message {} of {} failed", waiting.message().key(), box, e);
        } else {
            LOG.warn(
                    "Message {} of {} failed, attempt {}: {}",
                    waiting.message().key(),
                    box,
                    waiting.attempts() + 1,
                    e.toString());
        }
    }
}
