package org.yiban.exchange;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where messages are written in the transaction of their effect; delivery follows after its commit. */
@Component
public class Outbox {

    private final MessageBox box;

    Outbox(MessageBoxes boxes) {
        this.box = boxes.out();
    }

    /** Writes a message; one whose key is already written is not written again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        box.put(message);
    }
}
