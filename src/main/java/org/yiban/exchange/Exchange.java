package org.yiban.exchange;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.MessageBox.Waiting;
import org.yiban.exchange.MessageHandler.Handling;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.ServedPools;

/**
 * Moves messages from the outbox to the inbox of the pool they are for, and from the inbox to their handlers. Each
 * message moves in a transaction of its own, on whichever node takes it; what fails is tried again later and later, and
 * never given up. What a handler refuses as wrong is kept for people to see. Messages to partners outside leave by
 * {@link PartnerDelivery}.
 */
@Component
public class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final MessageBox outbox;
    private final MessageBox inbox;
    private final TransactionTemplate transaction;
    private final ServedPools served;
    private final Map<String, MessageHandler> handlers;

    Exchange(MessageBoxes boxes, TransactionTemplate transaction, ServedPools served, List<MessageHandler> handlers) {
        this.outbox = boxes.out();
        this.inbox = boxes.in();
        this.transaction = transaction;
        this.served = served;
        this.handlers = handlers.stream().collect(Collectors.toMap(MessageHandler::type, Function.identity()));
    }

    /**
     * Moves everything between pools and everything that came in, as far as it is due, until nothing moves any more;
     * returns how many messages were taken up.
     */
    public int moveAll() {
        int moved = 0;
        while (moveOne(outbox, this::deliver) || moveOne(inbox, this::handle)) {
            moved++;
        }
        return moved;
    }

    /** Whether anybody here listens to messages of this type from this sender. */
    boolean listens(String type, Party sender) {
        return handlers.containsKey(type) && handlers.get(type).listensTo(sender);
    }

    private Handling deliver(Message message) {
        if (!served.contains(message.to().toPool())) {
            throw new IllegalStateException("没有到统筹区 " + message.to() + " 的通道");
        }
        inbox.put(message);
        return Handling.HANDLED;
    }

    private Handling handle(Message message) {
        if (!listens(message.type(), message.from())) {
            throw new IllegalStateException("没有环节接收 " + message.from() + " 的 " + message.type() + " 消息");
        }
        return handlers.get(message.type()).handle(message);
    }

    private boolean moveOne(MessageBox box, Function<Message, Handling> step) {
        AtomicReference<Waiting> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> box.lockNext().ifPresent(waiting -> {
                taken.set(waiting);
                if (step.apply(waiting.message()) == Handling.HANDLED) {
                    box.done(waiting.id());
                } else {
                    box.hold(waiting);
                }
            }));
        } catch (RuntimeException e) {
            Waiting waiting = taken.get();
            if (waiting == null) {
                throw e;
            }
            log(box, waiting, e);
            transaction.executeWithoutResult(status -> keep(box, waiting, e));
        }
        return taken.get() != null;
    }

    private static void keep(MessageBox box, Waiting waiting, RuntimeException e) {
        if (e instanceof ProblemException refusal && refusal.kind() == ProblemKind.INVALID_INPUT) {
            box.refuse(waiting.id(), refusal.getMessage());
        } else {
            box.postpone(waiting, e instanceof ProblemException ? e.getMessage() : e.toString());
        }
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
