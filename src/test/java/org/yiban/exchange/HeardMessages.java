package org.yiban.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;

/** Hears the messages of a test; fails as often as it is told to. */
@Component
class HeardMessages implements MessageHandler {

    static final String TYPE = "test.said";

    final List<String> keys = new CopyOnWriteArrayList<>();
    int failures;
    boolean notYet;
    String refusesWith;

    void forget() {
        keys.clear();
        failures = 0;
        notYet = false;
        refusesWith = null;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean listensTo(Party sender) {
        return sender.isPool() || sender.equals(Party.partner("echo"));
    }

    @Override
    public Handling handle(Message message) {
        if (refusesWith != null) {
            throw ProblemException.invalid("payload", null, refusesWith);
        }
        if (notYet) {
            return Handling.TOO_EARLY;
        }
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("told to fail");
        }
        keys.add(message.key());
        return Handling.HANDLED;
    }
}
