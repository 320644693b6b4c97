package org.yiban.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Hears the messages of a test; fails as often as it is told to. */
@Component
class HeardMessages implements MessageHandler {

    static final String TYPE = "test.said";

    final List<String> keys = new CopyOnWriteArrayList<>();
    int failures;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Handling handle(Message message) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("told to fail");
        }
        keys.add(message.key());
        return Handling.HANDLED;
    }
}
