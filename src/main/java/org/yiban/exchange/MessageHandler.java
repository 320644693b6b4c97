package org.yiban.exchange;

/** A feature's reaction to one type of message. Runs in the transaction that marks the message handled. */
public interface MessageHandler {

    /** The type of messages it takes. */
    String type();

    /** Whether it listens to this sender: to pools alone, unless a handler says otherwise. */
    default boolean listensTo(Party sender) {
        return sender.isPool();
    }

    /** Acts on the message, or says that nobody waits for it yet: then it is held and offered again. */
    Handling handle(Message message);

    /** What became of a message. */
    enum Handling {
        HANDLED,
        TOO_EARLY
    }
}
