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

    MessageBoxes(JdbcClient jdbc, BusinessTime time, TextCipher cipher) {
        this.out = new MessageBox(Box.OUT, jdbc, time, cipher);
        this.in = new MessageBox(Box.IN, jdbc, time, cipher);
    }

    MessageBox out() {
        return out;
    }

    MessageBox in() {
        return in;
    }
}
