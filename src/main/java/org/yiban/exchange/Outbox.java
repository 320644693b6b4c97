package org.yiban.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;

/** Where messages are written in the transaction of their effect; delivery follows after its commit. */
@Component
public class Outbox {

    private final MessageBox box;

    Outbox(JdbcClient jdbc, BusinessTime time) {
        this.box = MessageBox.outbox(jdbc, time);
    }

    /** Writes a message; one whose key is already written is not written again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        box.put(message);
    }
}
