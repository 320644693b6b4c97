package org.yiban.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.keys.TextCipher;

/** The outbox and the inbox. */
@Component
class MessageBoxes {

    private final MessageBox out;
    private final MessageBox in;

    MessageBoxes(JdbcClient jdbc, BusinessTime time, TextCipher cipher, Routes routes) {
        this.out = new MessageBox(Box.OUT, jdbc, time, cipher, routes::outward);
        this.in = new MessageBox(Box.IN, jdbc, time, cipher, routes::inward);
    }

    MessageBox out() {
        return out;
    }

    MessageBox in() {
        return in;
    }
}
